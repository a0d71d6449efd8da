import type { Year } from "@yigong/core/award/source.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { AwardDeps } from "./award-stores.ts";
import { beginRun } from "./begin-run.ts";
import { checkStale, movedSince } from "./detect-stale-run.ts";
import { activitiesOf } from "./find-year-activities.ts";
import { isRanked } from "./run-states.ts";
import { latestStartOf } from "./year-bounds.ts";

/** How many years are checked for late entries; older ones are run again by hand. */
const LOOKED_BACK = 2;

type JobDeps = AwardDeps & { now: () => string };

const isDrawable = ({ source }: Year): boolean => source === undefined || source.value !== undefined;

/** Begins the first run of a year once it is settled, or on 31 January at 09:00. A year without any activity has none. */
async function beginFirst(deps: JobDeps, year: number, at: string): Promise<void> {
  const row = await deps.awards.year(year);
  if (row.latest > 0) return;
  const activities = await activitiesOf(deps, year);
  if (activities.length === 0) return;
  const isSettled = activities.every(({ state }) => state !== "open");
  const isDue = at >= latestStartOf(year, deps.zone);
  if (isDue || (isSettled && isDrawable(row)))
    await beginRun(deps)(year, { cause: { kind: "scheduled", by: "system" }, at, after: 0 });
}

/** Handles entries that came after a freeze: a finished run is followed by the next, one under way is marked stale. */
async function followUp(deps: JobDeps, year: number, at: string): Promise<void> {
  const { latest } = await deps.awards.year(year);
  if (latest === 0) return;
  const run = await deps.awards.get({ year, run: latest });
  if (!isRanked(run) || run.status === "withdrawn") return;
  if (run.status !== "done") await checkStale(deps, run, at);
  else if (await movedSince(deps, run))
    await beginRun(deps)(year, { cause: { kind: "correction", by: "system" }, at, after: latest });
}

/** Another caller began the run already, which is the wanted outcome. */
const unlessDone = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    const known = error instanceof Refusal && ["award.running", "award.superseded"].includes(error.code);
    if (!known) throw error;
  }
};

/**
 * The daily job of the awards: begins last year's run when it is due, and the next run of a year whose points were
 * corrected. Safe to run at any time.
 *
 * @source docs/domain.md The annual run
 */
export const awardJob = (deps: JobDeps) => async (): Promise<void> => {
  const at = deps.now();
  const last = yearOf(at, deps.zone) - 1;
  await unlessDone(beginFirst(deps, last, at));
  for (let year = last; year > last - LOOKED_BACK; year -= 1) await unlessDone(followUp(deps, year, at));
};

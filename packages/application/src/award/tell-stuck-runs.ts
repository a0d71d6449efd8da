import * as Run from "@yigong/core/award/run.ts";
import { plusHours, yearOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { AwardDeps } from "./award-stores.ts";

/** So long a run may work by itself, tries of the watchdog included; an ordinary one takes minutes. */
const WORKING_HOURS = 6;
/** How many years back runs are checked. */
const YEARS = 5;
/** Who can look at the run log, and who waits for the awards. */
const TOLD = ["administrator", "committee"] as const;

/** Since when a run works by itself; undefined while people have been told that it waits for them, and when it is over. */
function workingSince(run: Run.Info): string | undefined {
  if (Run.isOver(run)) return undefined;
  const stage = Run.stageOf(run);
  if (Run.Waiting.safeParse(stage).success && run.prepared.includes(stage)) return undefined;
  return [run.startedAt, ...Object.values(run.enteredAt)].sort().at(-1);
}

/** When a run counts as stuck, ISO-8601 UTC; undefined for one that does not work by itself. */
export function stuckAt(run: Run.Info): string | undefined {
  const since = workingSince(run);
  return since === undefined ? undefined : plusHours(since, WORKING_HOURS);
}

/** The same each hour, so that it is one message a stage. */
const alarms = (run: Run.Info, dueAt: string): Effect[] =>
  TOLD.map((role) =>
    Message.tell({
      template: "alarm.awardStuck",
      params: { year: String(run.year), sinceAt: plusHours(dueAt, -WORKING_HOURS) },
      to: { kind: "role", role },
      cause: `${Run.idOf(run)}.${Run.stageOf(run)}.${role}`,
      dueAt,
    }),
  );

/**
 * Tells administrators and the committee, once a stage, of award runs that have worked for longer than six hours: while a
 * run is under way no other can begin (`award.running`). Safe to run at any time.
 *
 * @returns the names of all runs that are stuck
 */
export const tellStuckRuns =
  (deps: Pick<AwardDeps, "awards" | "outbox" | "zone" | "wake"> & { now: () => string }) =>
  async (): Promise<string[]> => {
    const at = deps.now();
    const stuck: string[] = [];
    for (let back = 1; back <= YEARS; back += 1) {
      const year = yearOf(at, deps.zone) - back;
      const { latest: run } = await deps.awards.year(year);
      if (run === 0) continue;
      const row = await deps.awards.get({ year, run });
      const due = stuckAt(row);
      if (due === undefined || at < due) continue;
      await deps.outbox.add(alarms(row, due), at);
      stuck.push(Run.idOf(row));
    }
    if (stuck.length > 0) deps.wake();
    return stuck;
  };

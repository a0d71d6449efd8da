import type { Decision } from "@yigong/core/award/award.store.ts";
import { supersede } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import { plusHours, yearOf } from "@yigong/core/lib/time.ts";
import { start } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";

/** A visit overdue by this long means that the execution is gone. */
const SILENT_HOURS = 1;
/** AWS ends an execution after a year; it is replaced well before. */
const OLD_HOURS = 300 * 24;
/** How many years back runs are checked: a committee has no deadline. */
const YEARS = 5;

/** The instant at which a visit of the execution is due; undefined when none is due since its last one. */
function expectedAt(run: Run.Info): string | undefined {
  const { visitedAt, generationAt } = run;
  if (visitedAt === undefined || visitedAt < generationAt) return generationAt;
  const stage = Run.stageOf(run);
  if (stage === "Committee") return run.enteredAt.Committee === undefined ? visitedAt : undefined;
  if (run.status !== "noticed") return visitedAt;
  if (run.enteredAt.Notice === undefined) return run.decision.at;
  return run.plan.Notice.find((due) => due > visitedAt);
}

/** Whether a run needs a new execution. @source docs/architecture.md rule 2 */
export function isForsaken(run: Run.Info, at: string, definition: string): boolean {
  if (Run.isOver(run)) return false;
  if (run.definition !== definition) return true;
  const due = expectedAt(run);
  if (due !== undefined && plusHours(due, SILENT_HOURS) < at) return true;
  return plusHours(run.generationAt, OLD_HOURS) < at;
}

/** Starts a new execution of the next generation, which supersedes the one before. @source docs/architecture.md rule 2 */
export function reissue(run: Run.Info, { at, definition }: { at: string; definition: string }): Decision {
  const item = supersede(run, { at, definition });
  return { item, effects: [start(item, at)] };
}

/** Starts a new execution for every run whose execution is gone. Safe to run twice and at any time. @returns the names of those runs */
export const awardWatchdog =
  (deps: Pick<AwardDeps, "awards" | "awardDefinition" | "zone" | "wake"> & { now: () => string }) =>
  async (): Promise<string[]> => {
    const at = deps.now();
    const definition = deps.awardDefinition;
    const revived: string[] = [];
    for (let back = 1; back <= YEARS; back += 1) {
      const year = yearOf(at, deps.zone) - back;
      const { latest: run } = await deps.awards.year(year);
      if (run === 0 || !isForsaken(await deps.awards.get({ year, run }), at, definition)) continue;
      await deps.awards.change({ year, run }, at, (row) =>
        isForsaken(row, at, definition) ? reissue(row, { at, definition }) : { item: row },
      );
      revived.push(Run.idOf({ year, run }));
    }
    if (revived.length > 0) deps.wake();
    return revived;
  };

import { alliance, committee as holders, tell } from "@yigong/application/award/award-effects.ts";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import type * as Run from "@yigong/core/award/run.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { waitingTask } from "./waiting-task.ts";

const openOf = (run: Run.Info): number => ("manifest" in run ? run.manifest.open.length : 0);

const told = (run: Run.Info, at: string): Effect[] => {
  const open = String(openOf(run));
  const toDecide = tell({ row: run, template: "award.toDecide", to: holders, at }, { open });
  if (openOf(run) === 0) return [toDecide];
  return [toDecide, tell({ row: run, template: "award.openActivities", to: alliance, at }, { open })];
};

/** The year is ranked: the committee is told, and the alliance if activities are still open. Safe to run twice. @source docs/domain.md I6 */
export const committee = (deps: Pick<AwardDeps, "awards" | "outbox" | "wake">) =>
  waitingTask(deps, "Committee", (run, at) => ({ item: run, effects: told(run, at) }));

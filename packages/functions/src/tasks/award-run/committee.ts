import { alliance, committee as holders, tell, unprintableTold } from "@yigong/application/award/award-effects.ts";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { honouredOf } from "@yigong/application/award/find-honoured.ts";
import { isRanked } from "@yigong/application/award/run-states.ts";
import type * as Run from "@yigong/core/award/run.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { waitingTask } from "./waiting-task.ts";

const openOf = (run: Run.Info): number => ("manifest" in run ? run.manifest.open.length : 0);

/** Names of the five that no certificate can print, while the roster can still be corrected. */
async function unprintable(deps: AwardDeps, run: Run.Info, at: string): Promise<Effect[]> {
  if (!isRanked(run)) return [];
  const five = await honouredOf(deps, run);
  const names = await deps.unprintableNames(five.map(({ memberId }) => memberId));
  return unprintableTold(run, names, { at, when: "ranked" });
}

const told = (run: Run.Info, at: string): Effect[] => {
  const open = String(openOf(run));
  const toDecide = tell({ row: run, template: "award.toDecide", to: holders, at }, { open });
  if (openOf(run) === 0) return [toDecide];
  return [toDecide, tell({ row: run, template: "award.openActivities", to: alliance, at }, { open })];
};

/** The year is ranked: the committee is told, also whose name no certificate can print, and the alliance if activities are still open. Safe to run twice. @source docs/domain.md I6 */
export const committee = (deps: AwardDeps) =>
  waitingTask(deps, "Committee", async (run, at) => ({
    item: run,
    effects: [...told(run, at), ...(await unprintable(deps, run, at))],
  }));

import { notify, tellEverybody } from "@yigong/application/award/award-effects.ts";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { announce } from "@yigong/core/award/move.ts";
import { waitingTask } from "./waiting-task.ts";

/** The five are decided: they are shown to everybody, and whom the year concerns is told. Safe to run twice. @source docs/domain.md I6 */
export const notice = (deps: Pick<AwardDeps, "awards" | "outbox" | "wake">) =>
  waitingTask(deps, "Notice", (run, at) => ({
    item: announce(run, "proposed", at),
    effects: [notify(run, "proposed", at), tellEverybody(run, at)],
  }));

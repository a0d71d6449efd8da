import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { publishRun } from "@yigong/application/award/publish-run.ts";
import { task } from "../../lib/task.ts";
import { RunInput } from "./task-input.ts";

/** The objection window is over: certificates, notice, messages. Safe to run twice. @throws `stage.early`, `award.superseded`, `award.withdrawn` */
export const publish = (deps: AwardDeps) =>
  task(RunInput, async ({ year, run, generation, at }) => {
    const { status } = await publishRun(deps, { year, run, generation }, at);
    deps.wake();
    return { status };
  });

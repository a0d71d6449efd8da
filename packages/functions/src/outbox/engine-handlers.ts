import type { SFNClient } from "@aws-sdk/client-sfn";
import type { Handles } from "@yigong/application/manifest/manifest.ts";
import type { Awards } from "@yigong/core/award/award.store.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { nudgeRun, startRun } from "./award-execution.ts";
import { sendNudge } from "./nudge.ts";
import { startExecution } from "./start-execution.ts";

export interface EngineDeps {
  sfn: SFNClient;
  /** ARN of the activity lifecycle. */
  stateMachineArn: string;
  /** ARN of the annual award run. */
  awardStateMachineArn: string;
  lifecycles: Lifecycles;
  awards: Awards;
  now: () => string;
}

type EngineKind = "execution.start" | "lifecycle.nudge" | "award.start" | "award.nudge";

/** The kinds of effect that speak to the workflow engine; every handler is safe to run twice. */
export const engineHandlers = (deps: EngineDeps): Handles<EngineKind> => ({
  "execution.start": startExecution(deps),
  "lifecycle.nudge": sendNudge(deps),
  "award.start": startRun(deps),
  "award.nudge": nudgeRun(deps),
});

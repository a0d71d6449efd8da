import { type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { done, type Handled } from "./runner.ts";

/** Starts an activity's execution. Safe to run twice: the name is the activity and its generation. @source docs/architecture.md rule 2 */
export const startExecution =
  (deps: { sfn: SFNClient; stateMachineArn: string }) =>
  async ({ activityId, generation, input }: EffectOf<"execution.start">): Promise<Handled> => {
    const name = `${activityId}-${generation}`;
    try {
      await deps.sfn.send(new StartExecutionCommand({ stateMachineArn: deps.stateMachineArn, name, input }));
    } catch (error) {
      if (!(error instanceof Error && error.name === "ExecutionAlreadyExists")) throw error;
    }
    return done;
  };

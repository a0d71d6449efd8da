import { type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { done, type Handled } from "@yigong/application/ports/effect-handler.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";

/** Starts an execution; one of that name that exists already counts as started. */
export async function startNamed(
  sfn: SFNClient,
  execution: { stateMachineArn: string; name: string; input: string },
): Promise<Handled> {
  try {
    await sfn.send(new StartExecutionCommand(execution));
  } catch (error) {
    if (!(error instanceof Error && error.name === "ExecutionAlreadyExists")) throw error;
  }
  return done;
}

/** Starts an activity's execution. Safe to run twice: the name is the activity and its generation. @source docs/architecture.md rule 2 */
export const startExecution =
  ({ sfn, stateMachineArn }: { sfn: SFNClient; stateMachineArn: string }) =>
  ({ activityId, generation, input }: EffectOf<"execution.start">): Promise<Handled> =>
    startNamed(sfn, { stateMachineArn, name: `${activityId}-${generation}`, input });

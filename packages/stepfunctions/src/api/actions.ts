import type { EngineContext } from "../engine/engine-context.ts";
import type { Starter } from "../engine/start-execution.ts";
import { Fault } from "../lib/fault.ts";
import type { JsonObject } from "../lib/json.ts";
import {
  describeExecution,
  describeStateMachineForExecution,
  listExecutions,
  redriveExecution,
  stopExecution,
} from "./executions.ts";
import { getExecutionHistory } from "./history.ts";
import { type Input, readInput } from "./input.ts";
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from "./send-task.ts";
import { startExecution } from "./start-execution.ts";
import {
  createStateMachine,
  deleteStateMachine,
  describeStateMachine,
  listStateMachines,
  updateStateMachine,
  validateStateMachineDefinition,
} from "./state-machines.ts";
import { listTagsForResource, tagResource, untagResource } from "./tags.ts";

type Action = (context: EngineContext, input: Input) => Promise<JsonObject>;

/** The API by action name. Input and output have the shapes of AWS JSON 1.0: instants are seconds since the epoch. */
export function openActions(
  context: EngineContext,
  start: Starter,
): (action: string, input: unknown) => Promise<JsonObject> {
  const actions = new Map<string, Action>(
    Object.entries({
      CreateStateMachine: createStateMachine,
      UpdateStateMachine: updateStateMachine,
      DescribeStateMachine: describeStateMachine,
      ListStateMachines: listStateMachines,
      DeleteStateMachine: deleteStateMachine,
      ValidateStateMachineDefinition: validateStateMachineDefinition,
      DescribeStateMachineForExecution: describeStateMachineForExecution,
      StartExecution: startExecution(start),
      StopExecution: stopExecution,
      RedriveExecution: redriveExecution,
      DescribeExecution: describeExecution,
      ListExecutions: listExecutions,
      GetExecutionHistory: getExecutionHistory,
      SendTaskSuccess: sendTaskSuccess,
      SendTaskFailure: sendTaskFailure,
      SendTaskHeartbeat: sendTaskHeartbeat,
      TagResource: tagResource,
      UntagResource: untagResource,
      ListTagsForResource: listTagsForResource,
    }),
  );
  return async (name, input) => {
    const action = actions.get(name);
    if (!action) throw new Fault("UnknownOperationException", `This engine has no action ${name}`);
    return action(context, readInput(input));
  };
}

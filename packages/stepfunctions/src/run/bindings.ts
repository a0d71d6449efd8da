import type { Bindings } from "../jsonata/evaluate-inline.ts";
import type { StateEntry } from "../jsonata/template.ts";
import { iso } from "../lib/clock.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import { type Branch, branchOf, type Run, stateOf, visibleVariables } from "./run.ts";

/** Members of `$states` besides input and context. */
export interface ExtraBindings {
  result?: Json;
  errorOutput?: Json;
  taskToken?: string;
  item?: { Index: number; Value: Json };
}

/** The context object.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
function contextOf(run: Run, branch: Branch, extra: ExtraBindings): JsonObject {
  const { execution } = run;
  const context: JsonObject = {
    Execution: {
      Id: execution.arn,
      Input: execution.input.value,
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: iso(execution.startedAt),
      RedriveCount: execution.redrives,
      ...(execution.redrivenAt === undefined ? {} : { RedriveTime: iso(execution.redrivenAt) }),
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    State: { Name: branch.state, EnteredTime: iso(branch.enteredAt), ...retryCount(run, branch) },
  };
  if (extra.taskToken !== undefined) context.Task = { Token: extra.taskToken };
  const item = extra.item ?? nearestItem(run, branch);
  if (item !== undefined) context.Map = { Item: item };
  return context;
}

function retryCount(run: Run, branch: Branch): { RetryCount?: number } {
  const { Type } = stateOf(run, branch);
  return Type === "Task" || Type === "Parallel" || Type === "Map" ? { RetryCount: branch.retries } : {};
}

function nearestItem(run: Run, branch: Branch): { Index: number; Value: Json } | undefined {
  if (branch.item) return branch.item;
  return branch.parentId === undefined ? undefined : nearestItem(run, branchOf(run, branch.parentId));
}

export function bindingsOf(run: Run, branch: Branch, now: number, extra: ExtraBindings = {}): Bindings {
  const states: JsonObject = { input: branch.input.value, context: contextOf(run, branch, extra) };
  if (extra.result !== undefined) states.result = extra.result;
  if (extra.errorOutput !== undefined) states.errorOutput = extra.errorOutput;
  return { states, variables: visibleVariables(run, branch), now };
}

export const stateEntryOf = (branch: Branch): StateEntry => ({
  stateName: branch.state,
  enteredEventId: branch.enteredEventId,
});

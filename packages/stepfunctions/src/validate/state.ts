import type { StateType } from "../asl/definition.ts";
import { readInstant } from "../asl/instant.ts";
import { readResource } from "../asl/resource.ts";
import { expressionIn } from "../jsonata/compile.ts";
import { isObject, type Json, type JsonObject } from "../lib/json.ts";
import { maxSeconds } from "../lib/limits.ts";
import { checkCatch, checkRetry } from "./error-handlers.ts";
import { checkAssign, checkExpressions } from "./expressions.ts";
import type { Report } from "./report.ts";

export interface Checked {
  readonly type: StateType;
  readonly state: JsonObject;
  readonly here: string;
  readonly report: Report;
  checkNext(next: Json | undefined, at: string): void;
  inner(scope: JsonObject, at: string): void;
}

/** Checks the fields of one state, whose names are known to be allowed. */
export function checkState(checked: Checked): void {
  const { type, state, here, report, checkNext } = checked;
  if (type !== "Choice" && type !== "Succeed" && type !== "Fail") checkTransition(checked);
  if (state.Assign !== undefined) checkAssign(state.Assign, `${here}/Assign`, report);
  for (const field of ["Output", "Arguments", "Items", "ItemSelector", "ItemBatcher", "Error", "Cause"]) {
    if (state[field] !== undefined) checkExpressions(state[field], `${here}/${field}`, report);
  }
  for (const field of ["MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage"])
    number(checked, field, 0);
  for (const field of ["TimeoutSeconds", "HeartbeatSeconds"]) number(checked, field, 1);
  checkRetry(state.Retry, `${here}/Retry`, report);
  checkCatch(state.Catch, `${here}/Catch`, report, checkNext);
  own[type]?.(checked);
}

const own: Partial<Record<StateType, (checked: Checked) => void>> = {
  Task: task,
  Choice: choice,
  Wait: wait,
  Fail: fail,
  Parallel: parallel,
  Map: map,
};

function checkTransition({ state, here, report, checkNext }: Checked): void {
  if (state.End !== undefined && typeof state.End !== "boolean") report.error(`${here}/End`, "Expected a boolean");
  if (state.End === true) {
    if (state.Next !== undefined) report.error(here, "'Next' and 'End' cannot both be given");
  } else if (state.Next === undefined) report.error(here, "One of 'Next' and 'End' must be given");
  else checkNext(state.Next, `${here}/Next`);
}

/** A literal number within bounds, or one expression. */
function number({ state, here, report }: Checked, field: string, min: number): void {
  const value = state[field];
  if (value === undefined) return;
  if (typeof value === "string" && expressionIn(value) !== undefined) {
    checkExpressions(value, `${here}/${field}`, report);
    return;
  }
  const fits = typeof value === "number" && value >= min && value <= maxSeconds;
  if (!fits || (!Number.isInteger(value) && field !== "ToleratedFailurePercentage")) {
    report.error(`${here}/${field}`, `Expected an integer from ${min} to ${maxSeconds}, or an expression`);
  }
}

function task({ state, here, report }: Checked): void {
  const { Resource, TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  const resource = typeof Resource === "string" ? readResource(Resource) : undefined;
  if (!resource)
    report.error(
      `${here}/Resource`,
      `This engine cannot run the resource ${JSON.stringify(Resource) ?? "(none)"}: ${can}`,
    );
  if (typeof timeout === "number" && typeof heartbeat === "number" && heartbeat >= timeout) {
    report.error(`${here}/HeartbeatSeconds`, "HeartbeatSeconds must be smaller than TimeoutSeconds");
  }
  if (resource === undefined || resource.kind === "function") return;
  if (
    !isObject(state.Arguments) &&
    !(typeof state.Arguments === "string" && expressionIn(state.Arguments) !== undefined)
  ) {
    report.error(`${here}/Arguments`, "Expected an object or an expression");
    return;
  }
  const required = resource.kind === "invoke" ? "FunctionName" : "StateMachineArn";
  if (isObject(state.Arguments) && typeof state.Arguments[required] !== "string") {
    report.error(`${here}/Arguments`, `The field '${required}' is required but was missing`);
  }
}

const can =
  "it runs Lambda functions (by ARN, lambda:invoke, with or without .waitForTaskToken) and states:startExecution (also .sync, .sync:2, .waitForTaskToken)";

function choice({ state, here, report, checkNext }: Checked): void {
  const { Choices, Default } = state;
  if (Default !== undefined) checkNext(Default, `${here}/Default`);
  if (!Array.isArray(Choices) || Choices.length === 0) {
    report.error(`${here}/Choices`, "Expected at least one rule");
    return;
  }
  for (const [at, rule] of Choices.entries()) {
    const there = `${here}/Choices[${at}]`;
    if (!isObject(rule)) {
      report.error(there, "Expected value of type Object");
      continue;
    }
    checkNext(rule.Next, `${there}/Next`);
    checkCondition(rule.Condition, `${there}/Condition`, report);
    for (const field of Object.keys(rule)) {
      if (!["Condition", "Next", "Assign", "Output", "Comment"].includes(field))
        report.error(`${there}/${field}`, `The field '${field}' is not supported in JSONata`);
    }
    if (rule.Assign !== undefined) checkAssign(rule.Assign, `${there}/Assign`, report);
    if (rule.Output !== undefined) checkExpressions(rule.Output, `${there}/Output`, report);
  }
}

function checkCondition(condition: Json | undefined, location: string, report: Report): void {
  const isExpression = typeof condition === "string" && expressionIn(condition) !== undefined;
  if (typeof condition !== "boolean" && !isExpression) {
    report.error(location, "Expected a boolean or an expression");
    return;
  }
  checkExpressions(condition, location, report);
}

function wait(checked: Checked): void {
  const { state, here, report } = checked;
  if ((state.Seconds === undefined) === (state.Timestamp === undefined))
    report.error(here, "Exactly one of 'Seconds' and 'Timestamp' must be given");
  number(checked, "Seconds", 0);
  const { Timestamp } = state;
  if (Timestamp === undefined) return;
  if (typeof Timestamp !== "string") {
    report.error(`${here}/Timestamp`, "Expected a string");
    return;
  }
  if (expressionIn(Timestamp) !== undefined) checkExpressions(Timestamp, `${here}/Timestamp`, report);
  else if (readInstant(Timestamp) === undefined)
    report.error(`${here}/Timestamp`, "Expected an ISO-8601 instant such as 2030-01-31T08:00:00Z");
}

function fail({ state, here, report }: Checked): void {
  for (const field of ["Error", "Cause"]) {
    if (state[field] !== undefined && typeof state[field] !== "string")
      report.error(`${here}/${field}`, "Expected a string");
  }
}

function parallel({ state, here, report, inner }: Checked): void {
  const { Branches } = state;
  if (!Array.isArray(Branches) || Branches.length === 0) {
    report.error(`${here}/Branches`, "Expected at least one branch");
    return;
  }
  for (const [at, branch] of Branches.entries()) {
    if (isObject(branch)) inner(branch, `${here}/Branches[${at}]`);
    else report.error(`${here}/Branches[${at}]`, "Expected value of type Object");
  }
}

function map({ state, here, report, inner }: Checked): void {
  const processor = state.ItemProcessor ?? state.Iterator;
  if (!isObject(processor)) {
    report.error(`${here}/ItemProcessor`, "Expected value of type Object");
    return;
  }
  const config = processor.ProcessorConfig ?? {};
  const mode = isObject(config) ? (config.Mode ?? "INLINE") : undefined;
  if (mode !== "INLINE" && mode !== "DISTRIBUTED")
    report.error(`${here}/ItemProcessor/ProcessorConfig/Mode`, "Expected INLINE or DISTRIBUTED");
  if (state.ItemBatcher !== undefined && mode !== "DISTRIBUTED")
    report.error(`${here}/ItemBatcher`, "ItemBatcher needs a distributed Map");
  if (isObject(config) && config.ExecutionType === "EXPRESS")
    report.error(
      `${here}/ItemProcessor/ProcessorConfig/ExecutionType`,
      "Express child workflows are not supported by this engine: use STANDARD",
    );
  inner(processor, `${here}/ItemProcessor`);
}

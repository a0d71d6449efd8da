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
  readonly location: string;
  readonly report: Report;
  checkNext(next: Json | undefined, at: string): void;
  checkInner(scope: JsonObject, at: string): void;
}

/** Checks the values of a state's fields; their names have been checked before. */
export function checkState(checked: Checked): void {
  const { type, state, location, report, checkNext } = checked;
  if (type !== "Choice" && type !== "Succeed" && type !== "Fail") checkTransition(checked);
  if (state.Assign !== undefined) checkAssign(state.Assign, `${location}/Assign`, report);
  for (const field of ["Output", "Arguments", "Items", "ItemSelector", "ItemBatcher", "Error", "Cause"]) {
    if (state[field] !== undefined) checkExpressions(state[field], `${location}/${field}`, report);
  }
  for (const field of ["MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage"])
    number(checked, field, 0);
  for (const field of ["TimeoutSeconds", "HeartbeatSeconds"]) number(checked, field, 1);
  checkRetry(state.Retry, `${location}/Retry`, report);
  checkCatch(state.Catch, `${location}/Catch`, report, checkNext);
  checkByType[type]?.(checked);
}

const checkByType: Partial<Record<StateType, (checked: Checked) => void>> = {
  Task: task,
  Choice: choice,
  Wait: wait,
  Fail: fail,
  Parallel: parallel,
  Map: map,
};

function checkTransition({ state, location, report, checkNext }: Checked): void {
  if (state.End !== undefined && typeof state.End !== "boolean") report.error(`${location}/End`, "Expected a boolean");
  if (state.End === true) {
    if (state.Next !== undefined) report.error(location, "'Next' and 'End' cannot both be given");
  } else if (state.Next === undefined) report.error(location, "One of 'Next' and 'End' must be given");
  else checkNext(state.Next, `${location}/Next`);
}

/** A literal number within bounds, or one expression. */
function number({ state, location, report }: Checked, field: string, min: number): void {
  const value = state[field];
  if (value === undefined) return;
  if (typeof value === "string" && expressionIn(value) !== undefined) {
    checkExpressions(value, `${location}/${field}`, report);
    return;
  }
  const fits = typeof value === "number" && value >= min && value <= maxSeconds;
  if (!fits || (!Number.isInteger(value) && field !== "ToleratedFailurePercentage")) {
    report.error(`${location}/${field}`, `Expected an integer from ${min} to ${maxSeconds}, or an expression`);
  }
}

function task({ state, location, report }: Checked): void {
  const { Resource, TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  const resource = typeof Resource === "string" ? readResource(Resource) : undefined;
  if (!resource)
    report.error(
      `${location}/Resource`,
      `This engine cannot run the resource ${JSON.stringify(Resource) ?? "(none)"}: ${supportedResources}`,
    );
  if (typeof timeout === "number" && typeof heartbeat === "number" && heartbeat >= timeout) {
    report.error(`${location}/HeartbeatSeconds`, "HeartbeatSeconds must be smaller than TimeoutSeconds");
  }
  if (resource === undefined || resource.kind === "function") return;
  if (
    !isObject(state.Arguments) &&
    !(typeof state.Arguments === "string" && expressionIn(state.Arguments) !== undefined)
  ) {
    report.error(`${location}/Arguments`, "Expected an object or an expression");
    return;
  }
  const required = resource.kind === "invoke" ? "FunctionName" : "StateMachineArn";
  if (isObject(state.Arguments) && typeof state.Arguments[required] !== "string") {
    report.error(`${location}/Arguments`, `The field '${required}' is required but was missing`);
  }
}

const supportedResources =
  "it runs Lambda functions (by ARN, lambda:invoke, with or without .waitForTaskToken) and states:startExecution (also .sync, .sync:2, .waitForTaskToken)";

function choice({ state, location, report, checkNext }: Checked): void {
  const { Choices, Default } = state;
  if (Default !== undefined) checkNext(Default, `${location}/Default`);
  if (!Array.isArray(Choices) || Choices.length === 0) {
    report.error(`${location}/Choices`, "Expected at least one rule");
    return;
  }
  for (const [at, rule] of Choices.entries()) {
    const ruleLocation = `${location}/Choices[${at}]`;
    if (!isObject(rule)) {
      report.error(ruleLocation, "Expected value of type Object");
      continue;
    }
    checkNext(rule.Next, `${ruleLocation}/Next`);
    checkCondition(rule.Condition, `${ruleLocation}/Condition`, report);
    for (const field of Object.keys(rule)) {
      if (!["Condition", "Next", "Assign", "Output", "Comment"].includes(field))
        report.error(`${ruleLocation}/${field}`, `The field '${field}' is not supported in JSONata`);
    }
    if (rule.Assign !== undefined) checkAssign(rule.Assign, `${ruleLocation}/Assign`, report);
    if (rule.Output !== undefined) checkExpressions(rule.Output, `${ruleLocation}/Output`, report);
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
  const { state, location, report } = checked;
  if ((state.Seconds === undefined) === (state.Timestamp === undefined))
    report.error(location, "Exactly one of 'Seconds' and 'Timestamp' must be given");
  number(checked, "Seconds", 0);
  const { Timestamp } = state;
  if (Timestamp === undefined) return;
  if (typeof Timestamp !== "string") {
    report.error(`${location}/Timestamp`, "Expected a string");
    return;
  }
  if (expressionIn(Timestamp) !== undefined) checkExpressions(Timestamp, `${location}/Timestamp`, report);
  else if (readInstant(Timestamp) === undefined)
    report.error(`${location}/Timestamp`, "Expected an ISO-8601 instant such as 2030-01-31T08:00:00Z");
}

function fail({ state, location, report }: Checked): void {
  for (const field of ["Error", "Cause"]) {
    if (state[field] !== undefined && typeof state[field] !== "string")
      report.error(`${location}/${field}`, "Expected a string");
  }
}

function parallel({ state, location, report, checkInner }: Checked): void {
  const { Branches } = state;
  if (!Array.isArray(Branches) || Branches.length === 0) {
    report.error(`${location}/Branches`, "Expected at least one branch");
    return;
  }
  for (const [at, branch] of Branches.entries()) {
    if (isObject(branch)) checkInner(branch, `${location}/Branches[${at}]`);
    else report.error(`${location}/Branches[${at}]`, "Expected value of type Object");
  }
}

function map({ state, location, report, checkInner }: Checked): void {
  const processor = state.ItemProcessor ?? state.Iterator;
  if (!isObject(processor)) {
    report.error(`${location}/ItemProcessor`, "Expected value of type Object");
    return;
  }
  const config = processor.ProcessorConfig ?? {};
  const mode = isObject(config) ? (config.Mode ?? "INLINE") : undefined;
  if (mode !== "INLINE" && mode !== "DISTRIBUTED")
    report.error(`${location}/ItemProcessor/ProcessorConfig/Mode`, "Expected INLINE or DISTRIBUTED");
  if (state.ItemBatcher !== undefined && mode !== "DISTRIBUTED")
    report.error(`${location}/ItemBatcher`, "ItemBatcher needs a distributed Map");
  if (isObject(config) && config.ExecutionType === "EXPRESS")
    report.error(
      `${location}/ItemProcessor/ProcessorConfig/ExecutionType`,
      "Express child workflows are not supported by this engine: use STANDARD",
    );
  checkInner(processor, `${location}/ItemProcessor`);
}

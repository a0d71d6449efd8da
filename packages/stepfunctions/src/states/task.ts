import { functionNameOf, type Resource, readResource, resourceNames } from "../asl/resource.ts";
import { fillTemplate, queryError, wrongType } from "../jsonata/template.ts";
import { isObject, type Json, type JsonObject } from "../lib/json.ts";
import { Payload } from "../lib/payload.ts";
import { bindingsOf, stateEntryOf } from "../run/bindings.ts";
import { requireSize } from "../run/exit-state.ts";
import { record, untruncated } from "../run/history.ts";
import { type Branch, type Run, type Services, stateOf, touch } from "../run/run.ts";
import { numberField } from "./number-field.ts";

export const resourceOf = (run: Run, branch: Branch): Resource => {
  const resource = readResource(stateOf(run, branch).Resource ?? "");
  if (!resource) throw new Error(`State ${branch.state} has no resource`);
  return resource;
};

export const waitsForToken = (resource: Resource): boolean =>
  (resource.kind === "invoke" && resource.waitForToken) ||
  (resource.kind === "startExecution" && resource.mode === "waitForTaskToken");

/** Starts an attempt of a Task: evaluates its fields, records TaskScheduled and TaskStarted, and adds the call as effect. */
export async function beginTask(run: Run, branch: Branch, now: number, services: Services): Promise<void> {
  const state = stateOf(run, branch);
  const resource = resourceOf(run, branch);
  run.execution.lastAttempt += 1;
  const attempt = run.execution.lastAttempt;
  const token = waitsForToken(resource) ? { taskToken: services.tokenOf(run, branch, attempt) } : {};
  const bindings = bindingsOf(run, branch, now, token);
  const given =
    state.Arguments === undefined
      ? branch.input.value
      : await fillTemplate(state.Arguments, "Arguments", bindings, stateEntryOf(branch));
  const timeoutSeconds = await secondsField(run, branch, now, "TimeoutSeconds");
  const heartbeatSeconds = await secondsField(run, branch, now, "HeartbeatSeconds");
  const call = callOf(branch, resource, given);
  requireSize(call.payload, branch.state, "arguments");
  const limits = { ...seconds("timeoutInSeconds", timeoutSeconds), ...seconds("heartbeatInSeconds", heartbeatSeconds) };
  recordBegin(run, branch, now, { resource, given, limits });
  branch.task = { attempt, ...call };
  branch.phase = "invoking";
  if (timeoutSeconds !== undefined) branch.timeoutAt = now + timeoutSeconds * 1000;
  if (heartbeatSeconds !== undefined && waitsForToken(resource)) {
    branch.heartbeatSeconds = heartbeatSeconds;
    branch.heartbeatAt = now + heartbeatSeconds * 1000;
  }
  run.effects.push({ kind: resource.kind === "startExecution" ? "start" : "invoke", branchId: branch.id, attempt });
  touch(run, branch);
}

const secondsField = (run: Run, branch: Branch, now: number, field: "TimeoutSeconds" | "HeartbeatSeconds") =>
  numberField(run, branch, now, { field, template: stateOf(run, branch)[field], bounds: { min: 1 } });

const seconds = (name: string, value: number | undefined): JsonObject => (value === undefined ? {} : { [name]: value });

function callOf(branch: Branch, resource: Resource, given: Json): { functionName?: string; payload: Payload } {
  if (resource.kind === "function") return { functionName: resource.functionName, payload: Payload.ofValue(given) };
  const entry = stateEntryOf(branch);
  if (!isObject(given)) throw wrongType(null, "Arguments", "object", given, entry);
  if (resource.kind === "startExecution") {
    if (typeof given.StateMachineArn === "string") return { payload: Payload.ofValue(given) };
    throw queryError("The field 'StateMachineArn' is required but was missing", "Arguments", entry);
  }
  if (typeof given.FunctionName !== "string") {
    throw queryError("The field 'FunctionName' is required but was missing", "Arguments", entry);
  }
  return { functionName: functionNameOf(given.FunctionName), payload: Payload.ofValue(given.Payload ?? {}) };
}

interface Begin {
  resource: Resource;
  given: Json;
  limits: JsonObject;
}

function recordBegin(run: Run, branch: Branch, now: number, { resource, given, limits }: Begin): void {
  const text = JSON.stringify(given);
  if (resource.kind === "function") {
    const details = { resource: resource.arn, input: text, inputDetails: untruncated, ...limits };
    record(run, branch, now, "LambdaFunctionScheduled", details);
    record(run, branch, now, "LambdaFunctionStarted");
    return;
  }
  const names = resourceNames(resource);
  record(run, branch, now, "TaskScheduled", {
    ...names,
    region: "us-east-1",
    parameters: withoutToken(text),
    ...limits,
  });
  record(run, branch, now, "TaskStarted", names);
}

/** A token is a credential: with one from a page or a log, anybody could answer the task. */
const withoutToken = (text: string): string => text.replaceAll(/sfn1\.[A-Za-z0-9_-]+/g, "[task token]");

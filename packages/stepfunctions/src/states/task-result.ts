import { resourceNames } from "../asl/resource.ts";
import type { Failure } from "../lib/fault.ts";
import { depthOf, type Json, type JsonObject } from "../lib/json.ts";
import { maxDepth, tooLarge } from "../lib/limits.ts";
import { Payload } from "../lib/payload.ts";
import { clearWait } from "../run/end-branch.ts";
import { exitState } from "../run/exit-state.ts";
import { catchStateFailure, failState } from "../run/fail-state.ts";
import { failureDetails, record, untruncated } from "../run/history.ts";
import { type Branch, type Run, stateOf, touch } from "../run/run.ts";
import { resourceOf, waitsForToken } from "./task.ts";

/** Outcome of a function call: JSON text, or an error's name and cause. */
export type Outcome =
  | { kind: "returned"; text: string; executedVersion?: string }
  | { kind: "threw"; error: string; cause: string };

/** Whether an attempt is still the one that the branch waits for. */
export const isCurrent = (branch: Branch | undefined, attemptId: number): branch is Branch =>
  branch?.task?.attempt === attemptId && (branch.phase === "invoking" || branch.phase === "answer");

/** Applies the outcome of a function call. */
export async function functionEnded(run: Run, branch: Branch, now: number, outcome: Outcome): Promise<void> {
  const resource = resourceOf(run, branch);
  if (outcome.kind === "threw") {
    const cause = resource.kind === "function" ? outcome.cause : compact(outcome.cause);
    return taskFailed(run, branch, now, { error: outcome.error, cause });
  }
  if (depthOf(outcome.text) > maxDepth) return taskFailed(run, branch, now, tooDeep);
  if (waitsForToken(resource)) return submitted(run, branch, now, JSON.stringify(invokeResult(outcome)));
  if (tooLarge(outcome.text)) return taskFailed(run, branch, now, oversized(branch));
  const result = resource.kind === "function" ? read(outcome.text) : invokeResult(outcome);
  return taskSucceeded(run, branch, now, Payload.ofValue(result));
}

/** Records TaskSubmitted; the branch now waits for the answer. */
export function submitted(run: Run, branch: Branch, now: number, output: string): void {
  const details = { ...resourceNames(resourceOf(run, branch)), outputDetails: { truncated: tooLarge(output) } };
  record(run, branch, now, "TaskSubmitted", tooLarge(output) ? details : { ...details, output });
  branch.phase = "answer";
  touch(run, branch);
}

function invokeResult(outcome: { text: string; executedVersion?: string }): JsonObject {
  return {
    ExecutedVersion: outcome.executedVersion ?? "$LATEST",
    Payload: read(outcome.text),
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: {},
    StatusCode: 200,
  };
}

/** Lambda returns whatever a function wrote; invalid JSON is taken as a string. */
function read(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** lambda:invoke reformats a function's error document; with a function ARN as resource it is passed on unchanged. */
function compact(cause: string): string {
  const document = cause.startsWith("{") ? read(cause) : cause;
  return typeof document === "string" ? cause : JSON.stringify(document);
}

const tooDeep = { error: "States.Runtime", cause: `The result is nested more than ${maxDepth} deep.` };

const oversized = (branch: Branch): Failure => ({
  error: "States.DataLimitExceeded",
  cause: `The state/task '${branch.state}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  ofTaskResult: true,
});

/** Records TaskSucceeded and leaves the state. */
export async function taskSucceeded(run: Run, branch: Branch, now: number, result: Payload): Promise<void> {
  if (tooLarge(result.text)) return taskFailed(run, branch, now, oversized(branch));
  const resource = resourceOf(run, branch);
  const output = { output: result.text, outputDetails: untruncated };
  if (resource.kind === "function") record(run, branch, now, "LambdaFunctionSucceeded", output);
  else record(run, branch, now, "TaskSucceeded", { ...resourceNames(resource), ...output });
  clearWait(branch);
  const stateExit = { exit: stateOf(run, branch), extra: { result: result.value }, fallback: result };
  await catchStateFailure(run, branch, now, () => exitState(run, branch, now, stateExit));
}

export async function taskFailed(run: Run, branch: Branch, now: number, failure: Failure): Promise<void> {
  const resource = resourceOf(run, branch);
  const details = failureDetails(failure);
  if (resource.kind === "function") record(run, branch, now, "LambdaFunctionFailed", details);
  else record(run, branch, now, "TaskFailed", { ...resourceNames(resource), ...details });
  await failState(run, branch, now, failure);
}

export async function taskTimedOut(run: Run, branch: Branch, now: number, heartbeat: boolean): Promise<void> {
  const resource = resourceOf(run, branch);
  const failure = { error: "States.Timeout", ...(heartbeat ? { heartbeat } : {}) };
  if (resource.kind === "function") record(run, branch, now, "LambdaFunctionTimedOut", { error: failure.error });
  else record(run, branch, now, "TaskTimedOut", { ...resourceNames(resource), error: failure.error });
  await failState(run, branch, now, failure);
}

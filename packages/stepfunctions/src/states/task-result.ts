import { resourceNames } from "../asl/resource.ts";
import type { Failure } from "../lib/fault.ts";
import { depthOf, type Json, type JsonObject } from "../lib/json.ts";
import { maxDepth, tooLarge } from "../lib/limits.ts";
import { Payload } from "../lib/payload.ts";
import { clearWait } from "../run/end-branch.ts";
import { leave } from "../run/exit-state.ts";
import { attempt, failState } from "../run/fail-state.ts";
import { failureDetails, record, untruncated } from "../run/history.ts";
import { type Branch, type Run, stateOf, touch } from "../run/run.ts";
import { resourceOf, waitsForToken } from "./task.ts";

/** What came of calling a function: JSON text, or an error's name and cause. */
export type Outcome =
  | { kind: "returned"; text: string; executedVersion?: string }
  | { kind: "threw"; error: string; cause: string };

/** Whether a call is still the one that a branch waits for. */
export const isCurrent = (branch: Branch | undefined, attemptId: number): branch is Branch =>
  branch?.task?.attempt === attemptId && (branch.phase === "invoking" || branch.phase === "answer");

/** A called function returned or threw. */
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

/** The request is out; the branch now waits for the answer. */
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

/** Lambda passes on whatever a function wrote; what is no JSON is taken as text. */
function read(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** lambda:invoke writes a function's error document anew; a plain function ARN passes it on as it came. */
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

/** The task has its result: TaskSucceeded, then the state is left. */
export async function taskSucceeded(run: Run, branch: Branch, now: number, result: Payload): Promise<void> {
  if (tooLarge(result.text)) return taskFailed(run, branch, now, oversized(branch));
  const resource = resourceOf(run, branch);
  const output = { output: result.text, outputDetails: untruncated };
  if (resource.kind === "function") record(run, branch, now, "LambdaFunctionSucceeded", output);
  else record(run, branch, now, "TaskSucceeded", { ...resourceNames(resource), ...output });
  clearWait(branch);
  const leaving = { exit: stateOf(run, branch), extra: { result: result.value }, fallback: result };
  await attempt(run, branch, now, () => leave(run, branch, now, leaving));
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

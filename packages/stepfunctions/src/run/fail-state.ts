import { type Failure, StateFailed } from "../lib/fault.ts";
import type { Json } from "../lib/json.ts";
import { Payload } from "../lib/payload.ts";
import { clearWait, failBranch } from "./end-branch.ts";
import { exitState } from "./exit-state.ts";
import { failureDetails, record } from "./history.ts";
import { catcherFor, nextRetry } from "./retry.ts";
import { type Branch, type Run, stateOf, touch } from "./run.ts";

/** Handles the failure of a state: retries it, catches it, or fails its branch. */
export async function failState(run: Run, branch: Branch, now: number, failure: Failure): Promise<void> {
  const state = stateOf(run, branch);
  const seed = `${run.execution.arn}/${branch.id}/${branch.enteredEventId}/${branch.retries}`;
  const again = nextRetry(state.Retry, failure, { retriesByRule: branch.retriesByRule, seed });
  clearWait(branch);
  if (again) {
    branch.retries += 1;
    branch.retriesByRule[again.rule] = (branch.retriesByRule[again.rule] ?? 0) + 1;
    for (let at = 0; at < branch.retriesByRule.length; at += 1) branch.retriesByRule[at] ??= 0;
    branch.phase = "retry";
    branch.wakeAt = now + Math.ceil(again.delaySeconds * 1000);
    touch(run, branch);
    return;
  }
  if (state.Type === "Map" || state.Type === "Parallel") record(run, branch, now, `${state.Type}StateFailed`);
  const caught = catcherFor(state.Catch, failure);
  const exit = state.Catch?.[caught];
  if (!exit) return failBranch(run, branch, now, failure);
  const errorOutput = outputOf(failure);
  const stateExit = {
    exit,
    prefix: `Catch[${caught}]/`,
    extra: { errorOutput },
    fallback: Payload.ofValue(errorOutput),
  };
  try {
    await exitState(run, branch, now, stateExit);
  } catch (error) {
    if (!(error instanceof StateFailed)) throw error;
    recordEvaluation(run, branch, now, error);
    failBranch(run, branch, now, error.failure);
  }
}

/** `$states.errorOutput`. A timeout has an empty cause; SendTaskFailure without error or cause gives nulls. */
function outputOf(failure: Failure): Json {
  const cause = failure.cause ?? (failure.error === "States.Timeout" ? "" : null);
  return { Error: failure.error ?? null, Cause: cause };
}

/** Records EvaluationFailed if the failure came from an evaluation. */
export function recordEvaluation(run: Run, branch: Branch, now: number, { failure, location }: StateFailed): void {
  if (location === undefined) return;
  record(run, branch, now, "EvaluationFailed", { ...failureDetails(failure), location, state: branch.state });
}

/** Runs a step of a state; a StateFailed that it throws fails the state, any other error is passed on. */
export async function catchStateFailure(
  run: Run,
  branch: Branch,
  now: number,
  part: () => Promise<void> | void,
): Promise<void> {
  try {
    await part();
  } catch (error) {
    if (!(error instanceof StateFailed)) throw error;
    recordEvaluation(run, branch, now, error);
    await failState(run, branch, now, error.failure);
  }
}

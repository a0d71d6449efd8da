import type { Failure } from "../lib/fault.ts";
import { maxCauseLength, maxErrorLength } from "../lib/limits.ts";
import type { Payload } from "../lib/payload.ts";
import { failureDetails, record, untruncated } from "./history.ts";
import {
  type Branch,
  branchOf,
  childrenOf,
  type Run,
  removeBranch,
  rootId,
  type Status,
  stateOf,
  touch,
} from "./run.ts";

/** Clears the fields of the state that a branch leaves, and removes the children of a Parallel or Map that was caught. */
export function clearState(run: Run, branch: Branch): void {
  if (run.tallies.has(branch.id)) dropChildren(run, branch);
  branch.retries = 0;
  branch.retriesByRule = [];
  clearWait(branch);
  delete branch.items;
}

/** Clears the timers and the call of an attempt. */
export function clearWait(branch: Branch): void {
  delete branch.wakeAt;
  delete branch.timeoutAt;
  delete branch.heartbeatAt;
  delete branch.heartbeatSeconds;
  delete branch.task;
}

/** Ends a branch after its last state: the execution succeeds, or the parent state is signalled. */
export function succeed(run: Run, branch: Branch, now: number, output: Payload): void {
  branch.phase = "done";
  branch.output = output;
  touch(run, branch);
  if (branch.parentId !== undefined) {
    run.signals.push({ kind: "childSucceeded", childId: branch.id });
    return;
  }
  record(run, branch, now, "ExecutionSucceeded", { output: output.text, outputDetails: untruncated });
  run.execution.output = output.text;
  closeExecution(run, "SUCCEEDED", now);
}

/** Ends a branch with a failure that no Retry or Catch handles: the execution fails, or the parent state is signalled. */
export function failBranch(run: Run, branch: Branch, now: number, failure: Failure): void {
  clearWait(branch);
  branch.phase = "failed";
  branch.failure = failure;
  touch(run, branch);
  if (branch.parentId !== undefined) run.signals.push({ kind: "childFailed", childId: branch.id, failure });
  else endExecution(run, "FAILED", now, failure);
}

const endEvents = { FAILED: "ExecutionFailed", ABORTED: "ExecutionAborted", TIMED_OUT: "ExecutionTimedOut" } as const;

/** Ends an execution that did not succeed. Its branches are kept for a redrive. */
export function endExecution(run: Run, status: keyof typeof endEvents, now: number, failure: Failure): void {
  if (status !== "FAILED") for (const branch of run.branches.values()) abort(run, branch);
  const shown = failureDetails(truncate(failure));
  record(run, branchOf(run, rootId), now, endEvents[status], shown);
  if (typeof shown.error === "string") run.execution.error = shown.error;
  if (typeof shown.cause === "string") run.execution.cause = shown.cause;
  closeExecution(run, status, now);
}

function truncate({ error, cause }: Failure): Failure {
  return {
    ...(error === undefined ? {} : { error: error.slice(0, maxErrorLength) }),
    ...(cause === undefined ? {} : { cause: cause.slice(0, maxCauseLength) }),
  };
}

function closeExecution(run: Run, status: Status, now: number): void {
  run.execution.status = status;
  run.execution.stoppedAt = now;
  run.executionChanged = true;
  run.ready.length = 0;
  run.signals.length = 0;
  if (run.execution.parent) {
    run.execution.owesParent = true;
    run.effects.push({ kind: "notifyParent" });
  }
  for (const branch of [...run.branches.values()]) {
    if (status === "SUCCEEDED") removeBranch(run, branch);
    else {
      clearWait(branch);
      touch(run, branch);
    }
  }
}

const isOpen = (branch: Branch): boolean => branch.phase !== "done" && branch.phase !== "failed";

/** Aborts the open branches below a branch and records it.
 * @param includeSelf - also aborts the branch itself */
export function abortChildren(run: Run, branch: Branch, now: number, includeSelf = false): void {
  for (const child of childrenOf(run, branch.id)) if (isOpen(child)) abortChildren(run, child, now, true);
  if (!includeSelf || !isOpen(branch)) return;
  const { Type } = stateOf(run, branch);
  if (branch.phase !== "enter") record(run, branch, now, `${Type}StateAborted`);
  if (isMapItem(run, branch)) record(run, branch, now, "MapIterationAborted", iteration(run, branch));
  abort(run, branch);
}

function abort(run: Run, branch: Branch): void {
  if (!isOpen(branch)) return;
  if (branch.phase === "enter") branch.notEntered = true;
  branch.phase = "failed";
  touch(run, branch);
}

export const isMapItem = (run: Run, branch: Branch): boolean =>
  branch.parentId !== undefined && stateOf(run, branchOf(run, branch.parentId)).Type === "Map";

export function iteration(run: Run, item: Branch): { name: string; index: number } {
  const parent = item.parentId === undefined ? undefined : branchOf(run, item.parentId);
  return { name: parent?.state ?? "", index: item.index };
}

/** Removes all branches below one. */
export function dropChildren(run: Run, branch: Branch): void {
  run.tallies.delete(branch.id);
  for (const child of childrenOf(run, branch.id)) {
    dropChildren(run, child);
    removeBranch(run, child);
  }
}

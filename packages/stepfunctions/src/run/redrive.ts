import { record } from "./history.ts";
import { type Branch, branchOf, childrenOf, countAll, type Run, rootId, touch } from "./run.ts";

const redrivableMs = 14 * 86_400_000;
const maxRedrives = 1000;

/** Why an execution cannot be redriven, or undefined when it can.
 * @param now - epoch milliseconds
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
export function notRedrivable(
  { status, stoppedAt, redrives }: { status: string; stoppedAt?: number; redrives: number },
  now: number,
): string | undefined {
  if (status === "RUNNING" || status === "SUCCEEDED") return `Execution is ${status} and cannot be redriven`;
  if (now - (stoppedAt ?? now) > redrivableMs) return "Execution closed more than 14 days ago";
  return redrives >= maxRedrives ? `Execution was redriven ${maxRedrives} times` : undefined;
}

/** Reopens a failed execution: completed states are kept, each branch continues with the state that it failed in. */
export function redrive(run: Run, now: number): void {
  const { execution } = run;
  execution.status = "RUNNING";
  execution.redrives += 1;
  execution.redrivenAt = now;
  delete execution.stoppedAt;
  delete execution.error;
  delete execution.cause;
  const limit = run.definition.TimeoutSeconds;
  if (limit !== undefined) execution.deadlineAt = now + limit * 1000;
  run.executionChanged = true;
  const root = branchOf(run, rootId);
  record(run, root, now, "ExecutionRedriven", { redriveCount: execution.redrives });
  reopen(run, root);
  run.tallies.clear();
  for (const [parentId, tally] of countAll([...run.branches.values()])) run.tallies.set(parentId, tally);
}

function reopen(run: Run, branch: Branch): void {
  if (branch.phase === "done") return;
  for (const child of childrenOf(run, branch.id)) reopen(run, child);
  branch.phase = branch.notEntered === true ? "enter" : "redrive";
  branch.retries = 0;
  branch.retriesByRule = [];
  delete branch.notEntered;
  delete branch.failure;
  touch(run, branch);
  run.ready.push(branch.id);
}

import { type Branch, type Run, rootId } from "./run.ts";

/** The next instant at which a branch is due; the execution's own timeout belongs to the root branch. */
export function dueAt(run: Run, branch: Branch): number | undefined {
  const deadlineAt = branch.id === rootId ? run.execution.deadlineAt : undefined;
  const times = [branch.wakeAt, branch.timeoutAt, branch.heartbeatAt, deadlineAt].filter((at) => at !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

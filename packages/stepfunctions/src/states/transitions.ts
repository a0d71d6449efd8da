import { maxHistoryEvents } from "../lib/limits.ts";
import { clearWait, dropChildren, endExecution } from "../run/end-branch.ts";
import { catchStateFailure } from "../run/fail-state.ts";
import { record, untruncated } from "../run/history.ts";
import {
  type Branch,
  branchOf,
  type Run,
  rootId,
  type Services,
  type Signal,
  stateOf,
  tallyOf,
  touch,
} from "../run/run.ts";
import { beginMap, itemFailed, itemSucceeded, startNextItems } from "./map.ts";
import { beginParallel, branchFailed, branchSucceeded } from "./parallel.ts";
import { choice, fail, pass, wait } from "./pass-choice-wait-fail.ts";
import { beginTask } from "./task.ts";
import { taskTimedOut } from "./task-result.ts";

const reserve = 10;

/** Takes transitions until no branch is ready or `most` were taken. All signals are handled in any case, because they are
 * not stored.
 * @returns whether more branches are ready */
export async function takeTransitions(run: Run, services: Services, most: number): Promise<boolean> {
  for (let taken = 0; taken < most || run.signals.length > 0; taken += 1) {
    if (run.execution.status !== "RUNNING") return false;
    if (run.execution.lastEventId > maxHistoryEvents - reserve) {
      endExecution(run, "FAILED", services.now(), tooManyEvents);
      return false;
    }
    const signal = run.signals.shift();
    const id = signal ? undefined : run.ready.shift();
    if (signal) await handleSignal(run, signal, services.now());
    else if (id === undefined) return false;
    else await enter(run, id, services);
  }
  return run.ready.length > 0;
}

const tooManyEvents = {
  error: "States.Runtime",
  cause: `The execution reached the maximum number of history events (${maxHistoryEvents}).`,
};

async function enter(run: Run, id: number, services: Services): Promise<void> {
  const branch = run.branches.get(id);
  const now = services.now();
  if (branch?.phase === "redrive")
    return catchStateFailure(run, branch, now, () => beginRedriven(run, branch, now, services));
  if (branch?.phase !== "enter") return;
  branch.enteredAt = now;
  const details = { name: branch.state, input: branch.input.text, inputDetails: untruncated };
  branch.enteredEventId = record(run, branch, now, `${stateOf(run, branch).Type}StateEntered`, details);
  touch(run, branch);
  await catchStateFailure(run, branch, now, () => begin(run, branch, now, services));
}

/** Starts a state after it was entered, or again for a retry. */
function begin(run: Run, branch: Branch, now: number, services: Services): Promise<void> {
  switch (stateOf(run, branch).Type) {
    case "Pass":
    case "Succeed":
      return pass(run, branch, now);
    case "Choice":
      return choice(run, branch, now);
    case "Wait":
      return wait(run, branch, now);
    case "Fail":
      return fail(run, branch, now);
    case "Task":
      return beginTask(run, branch, now, services);
    case "Parallel":
      return beginParallel(run, branch, now);
    case "Map":
      return beginMap(run, branch, now);
  }
}

/** A Parallel or Map with children continues, since each child is redriven; any other state is started again. */
async function beginRedriven(run: Run, branch: Branch, now: number, services: Services): Promise<void> {
  if (tallyOf(run, branch.id).started === 0) return begin(run, branch, now, services);
  branch.phase = "children";
  touch(run, branch);
  if (stateOf(run, branch).Type === "Map") await startNextItems(run, branch, now);
}

async function handleSignal(run: Run, signal: Signal, now: number): Promise<void> {
  const child = run.branches.get(signal.childId);
  if (child?.parentId === undefined) return;
  const parent = branchOf(run, child.parentId);
  if (parent.phase !== "children") return;
  const isMap = stateOf(run, parent).Type === "Map";
  if (signal.kind === "childSucceeded") return (isMap ? itemSucceeded : branchSucceeded)(run, parent, child, now);
  return (isMap ? itemFailed : branchFailed)(run, parent, { child, failure: signal.failure, now });
}

/** Wakes a branch that is due: a wait or a retry delay has passed, or a task timed out. No effect when it is not due. */
export async function wake(run: Run, branchId: number, services: Services): Promise<void> {
  const branch = run.branches.get(branchId);
  const now = services.now();
  if (!branch || run.execution.status !== "RUNNING") return;
  if (branchId === rootId && due(run.execution.deadlineAt, now)) {
    endExecution(run, "TIMED_OUT", now, {});
  } else if (due(branch.wakeAt, now)) {
    const waited = branch.phase === "timer";
    clearWait(branch);
    touch(run, branch);
    if (!waited) dropChildren(run, branch);
    await catchStateFailure(run, branch, now, () =>
      waited ? pass(run, branch, now) : begin(run, branch, now, services),
    );
  } else if (due(branch.timeoutAt, now) || due(branch.heartbeatAt, now)) {
    const heartbeat = !due(branch.timeoutAt, now) || (branch.heartbeatAt ?? now) < (branch.timeoutAt ?? now);
    await taskTimedOut(run, branch, now, heartbeat);
  }
}

const due = (at: number | undefined, now: number): boolean => at !== undefined && at <= now;

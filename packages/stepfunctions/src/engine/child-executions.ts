import { createHash } from "node:crypto";
import { Fault } from "../lib/fault.ts";
import { isObject, type JsonObject } from "../lib/json.ts";
import { Payload } from "../lib/payload.ts";
import { notRedrivable } from "../run/redrive.ts";
import type { Branch, Execution, Run } from "../run/run.ts";
import { resourceOf } from "../states/task.ts";
import { isCurrent, submitted, taskFailed, taskSucceeded } from "../states/task-result.ts";
import type { EngineContext } from "./engine-context.ts";
import type { Starter } from "./start-execution.ts";

interface Parts {
  readonly context: EngineContext;
  readonly start: Starter;
}

/** states:startExecution: starts a child execution and reports its end to the waiting task of the parent. */
export function openChildExecutions(parts: () => Parts) {
  const startChild = async (run: Run, branchId: number, attempt: number): Promise<void> => {
    const { context, start } = parts();
    const branch = run.branches.get(branchId);
    if (!isCurrent(branch, attempt) || !branch.task) return;
    const parent = { executionId: run.execution.id, branchId, attempt };
    const begun = await start(startRequest(run, branch, parent)).catch((error: unknown) => asFailure(error));
    await context.queues.enqueue(run.execution.id, async (current) => {
      const now = current.branches.get(branchId);
      if (isCurrent(now, attempt) && now.phase === "invoking")
        await childStarted(current, now, context.clock.now(), begun);
    });
    const child = "arn" in begun ? context.store.execution(begun.id) : undefined;
    if (child?.owesParent) await notify(context, child);
  };
  const notifyParent = async (run: Run): Promise<void> => notify(parts().context, run.execution);
  return { startChild, notifyParent };
}

function startRequest(run: Run, branch: Branch, parent: NonNullable<Execution["parent"]>) {
  const given = branch.task?.payload.value;
  const fields = isObject(given) ? given : {};
  const input = typeof fields.Input === "string" ? fields.Input : JSON.stringify(fields.Input ?? {});
  const seed = `${run.execution.arn}/${branch.id}/${parent.attempt}`;
  const name =
    typeof fields.Name === "string" ? fields.Name : createHash("sha256").update(seed).digest("hex").slice(0, 32);
  return { machineArn: String(fields.StateMachineArn), name, input, parent };
}

function asFailure(error: unknown): { error: string; cause: string } {
  if (!(error instanceof Fault)) throw error;
  return { error: `StepFunctions.${error.name}Exception`, cause: error.message };
}

async function childStarted(
  run: Run,
  branch: Branch,
  now: number,
  begun: Execution | { error: string; cause: string },
): Promise<void> {
  if (!("arn" in begun)) return taskFailed(run, branch, now, begun);
  const result = {
    ExecutionArn: begun.arn,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: {},
    StartDate: begun.startedAt,
  };
  const resource = resourceOf(run, branch);
  if (resource.kind !== "startExecution" || resource.mode === "request") {
    return taskSucceeded(run, branch, now, Payload.ofValue(result));
  }
  submitted(run, branch, now, JSON.stringify(result));
}

/** Reports the end of a child to the parent's task, then clears the child's `owesParent`. Idempotent: after a crash
 * between the two it is reported again, and a task that is over ignores it. */
async function notify(context: EngineContext, child: Execution): Promise<void> {
  const { parent } = child;
  if (!parent) return;
  const delivered = await context.queues.enqueue(parent.executionId, async (run) => {
    const branch = run.branches.get(parent.branchId);
    if (!isCurrent(branch, parent.attempt)) return true;
    if (branch.phase !== "answer") return false;
    await childEnded(run, branch, context.clock.now(), child);
    return true;
  });
  // The parent does not wait yet: startChild calls notify again once it does.
  if (delivered === false) return;
  await context.queues.enqueue(child.id, (run) => {
    run.execution.owesParent = false;
    run.executionChanged = true;
  });
}

async function childEnded(run: Run, branch: Branch, now: number, child: Execution): Promise<void> {
  const resource = resourceOf(run, branch);
  if (resource.kind !== "startExecution" || resource.mode === "waitForTaskToken") return;
  const description = describeChild(child, resource.mode === "sync:2");
  if (child.status === "SUCCEEDED") return taskSucceeded(run, branch, now, Payload.ofValue(description));
  return taskFailed(run, branch, now, { error: "States.TaskFailed", cause: JSON.stringify(description) });
}

/** A child's description as the service integration returns it: `.sync` has documents as text, `.sync:2` as JSON. */
function describeChild(child: Execution, parsed: boolean): JsonObject {
  const { output, error, cause } = child;
  const reason = notRedrivable(child, child.stoppedAt ?? 0);
  const document = (text: string) => (parsed ? Payload.ofText(text).value : text);
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    ...(error === undefined ? {} : { Error: error }),
    ExecutionArn: child.arn,
    Input: document(child.input.text),
    InputDetails: { Included: true },
    Name: child.name,
    ...(output === undefined ? {} : { Output: document(output), OutputDetails: { Included: true } }),
    RedriveCount: child.redrives,
    ...(reason === undefined
      ? { RedriveStatus: "REDRIVABLE" }
      : { RedriveStatus: "NOT_REDRIVABLE", RedriveStatusReason: reason }),
    StartDate: child.startedAt,
    StateMachineArn: child.machineArn,
    Status: child.status,
    StopDate: child.stoppedAt ?? 0,
  };
}

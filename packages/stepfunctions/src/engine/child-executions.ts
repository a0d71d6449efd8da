import { createHash } from "node:crypto";
import { Fault } from "../lib/fault.ts";
import { isObject, type JsonObject } from "../lib/json.ts";
import { Payload } from "../lib/payload.ts";
import { notRedrivable } from "../run/redrive.ts";
import type { Branch, Execution, Run } from "../run/run.ts";
import { resourceOf } from "../states/task.ts";
import { isCurrent, submitted, taskFailed, taskSucceeded } from "../states/task-result.ts";
import type { Core } from "./engine-context.ts";
import type { Starter } from "./start-execution.ts";

interface Parts {
  readonly core: Core;
  readonly start: Starter;
}

/** states:startExecution: the start of a child execution, and the news of its end. */
export function openChildren(parts: () => Parts) {
  const startChild = async (run: Run, branchId: number, attempt: number): Promise<void> => {
    const { core, start } = parts();
    const branch = run.branches.get(branchId);
    if (!isCurrent(branch, attempt) || !branch.task) return;
    const parent = { executionId: run.execution.id, branchId, attempt };
    const begun = await start(startOf(run, branch, parent)).catch((error: unknown) => refusal(error));
    await core.lanes.on(run.execution.id, async (current) => {
      const now = current.branches.get(branchId);
      if (isCurrent(now, attempt) && now.phase === "invoking") await started(current, now, core.clock.now(), begun);
    });
    const child = "arn" in begun ? core.store.execution(begun.id) : undefined;
    if (child?.owesParent) await tell(core, child);
  };
  const tellParent = async (run: Run): Promise<void> => tell(parts().core, run.execution);
  return { startChild, tellParent };
}

function startOf(run: Run, branch: Branch, parent: NonNullable<Execution["parent"]>) {
  const given = branch.task?.payload.value;
  const fields = isObject(given) ? given : {};
  const input = typeof fields.Input === "string" ? fields.Input : JSON.stringify(fields.Input ?? {});
  const seed = `${run.execution.arn}/${branch.id}/${parent.attempt}`;
  const name =
    typeof fields.Name === "string" ? fields.Name : createHash("sha256").update(seed).digest("hex").slice(0, 32);
  return { machineArn: String(fields.StateMachineArn), name, input, parent };
}

function refusal(error: unknown): { error: string; cause: string } {
  if (!(error instanceof Fault)) throw error;
  return { error: `StepFunctions.${error.name}Exception`, cause: error.message };
}

async function started(
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

/** Tells the task that waits for a child how that ended, then notes that it was told. */
async function tell(core: Core, child: Execution): Promise<void> {
  const { parent } = child;
  if (!parent) return;
  const heard = await core.lanes.on(parent.executionId, async (run) => {
    const branch = run.branches.get(parent.branchId);
    if (!isCurrent(branch, parent.attempt)) return true;
    if (branch.phase !== "answer") return false;
    await childEnded(run, branch, core.clock.now(), child);
    return true;
  });
  // A parent that does not wait yet asks for itself once it does.
  if (heard === false) return;
  await core.lanes.on(child.id, (run) => {
    run.execution.owesParent = false;
    run.executionChanged = true;
  });
}

async function childEnded(run: Run, branch: Branch, now: number, child: Execution): Promise<void> {
  const resource = resourceOf(run, branch);
  if (resource.kind !== "startExecution" || resource.mode === "waitForTaskToken") return;
  const description = describe(child, resource.mode === "sync:2");
  if (child.status === "SUCCEEDED") return taskSucceeded(run, branch, now, Payload.ofValue(description));
  return taskFailed(run, branch, now, { error: "States.TaskFailed", cause: JSON.stringify(description) });
}

/** A child's description in the words of the service integration: `.sync` gives documents as text, `.sync:2` as JSON. */
function describe(child: Execution, parsed: boolean): JsonObject {
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

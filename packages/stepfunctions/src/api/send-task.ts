import type { EngineContext } from "../engine/engine-context.ts";
import { Fault } from "../lib/fault.ts";
import type { JsonObject } from "../lib/json.ts";
import { maxCauseLength, maxErrorLength } from "../lib/limits.ts";
import { Payload } from "../lib/payload.ts";
import { requireJson } from "../lib/require-json.ts";
import { type Branch, type Run, touch } from "../run/run.ts";
import { isCurrent, taskFailed, taskSucceeded } from "../states/task-result.ts";
import type { Input } from "./input.ts";

type Answer = (run: Run, branch: Branch) => Promise<void> | void;

/** Applies an answer to the task that a token refers to. Answers are accepted from TaskStarted on.
 * @throws {Fault} InvalidToken for a malformed or forged token, TaskDoesNotExist when its execution does not exist,
 * TaskTimedOut when the task is over */
async function answerTask(context: EngineContext, token: string, apply: Answer): Promise<JsonObject> {
  const task = context.tokens.read(token);
  if (!task) throw new Fault("InvalidToken", "Invalid Token: 'Invalid token'");
  const found = await context.queues.enqueue(task.executionId, async (run) => {
    const branch = run.branches.get(task.branchId);
    if (run.execution.status !== "RUNNING" || !isCurrent(branch, task.attempt)) throw timedOut();
    await apply(run, branch);
    return true;
  });
  if (!found) throw new Fault("TaskDoesNotExist", "Task Does Not Exist: 'The task token is no longer valid'");
  return {};
}

const timedOut = () => new Fault("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

export async function sendTaskSuccess(context: EngineContext, input: Input): Promise<JsonObject> {
  const token = input.text("taskToken");
  const output = requireJson(input.text("output"), "InvalidOutput", "Output");
  return answerTask(context, token, (run, branch) =>
    taskSucceeded(run, branch, context.clock.now(), Payload.ofText(output)),
  );
}

export async function sendTaskFailure(context: EngineContext, input: Input): Promise<JsonObject> {
  const token = input.text("taskToken");
  const [error, cause] = [input.optional("error"), input.optional("cause")];
  if ((error?.length ?? 0) > maxErrorLength)
    throw new Fault("ValidationException", `'error' has at most ${maxErrorLength} characters`);
  if ((cause?.length ?? 0) > maxCauseLength)
    throw new Fault("ValidationException", `'cause' has at most ${maxCauseLength} characters`);
  const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  return answerTask(context, token, (run, branch) => taskFailed(run, branch, context.clock.now(), failure));
}

export async function sendTaskHeartbeat(context: EngineContext, input: Input): Promise<JsonObject> {
  return answerTask(context, input.text("taskToken"), (run, branch) => {
    if (branch.heartbeatSeconds === undefined) return;
    branch.heartbeatAt = context.clock.now() + branch.heartbeatSeconds * 1000;
    touch(run, branch);
  });
}

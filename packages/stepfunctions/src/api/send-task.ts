import type { Core } from "../engine/engine-context.ts";
import { Fault } from "../lib/fault.ts";
import type { JsonObject } from "../lib/json.ts";
import { maxCauseLength, maxErrorLength } from "../lib/limits.ts";
import { Payload } from "../lib/payload.ts";
import { requireJson } from "../lib/require-json.ts";
import { type Branch, type Run, touch } from "../run/run.ts";
import { isCurrent, taskFailed, taskSucceeded } from "../states/task-result.ts";
import type { Input } from "./input.ts";

type Use = (run: Run, branch: Branch) => Promise<void> | void;

/** Finds the task that a token stands for and answers it. Answers count from TaskStarted on.
 * @throws {Fault} InvalidToken for what is no token, TaskDoesNotExist when its execution is gone, TaskTimedOut when the task is over */
async function answer(core: Core, token: string, use: Use): Promise<JsonObject> {
  const task = core.tokens.read(token);
  if (!task) throw new Fault("InvalidToken", "Invalid Token: 'Invalid token'");
  const found = await core.lanes.on(task.executionId, async (run) => {
    const branch = run.branches.get(task.branchId);
    if (run.execution.status !== "RUNNING" || !isCurrent(branch, task.attempt)) throw over();
    await use(run, branch);
    return true;
  });
  if (!found) throw new Fault("TaskDoesNotExist", "Task Does Not Exist: 'The task token is no longer valid'");
  return {};
}

const over = () => new Fault("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

export async function sendTaskSuccess(core: Core, input: Input): Promise<JsonObject> {
  const token = input.text("taskToken");
  const output = requireJson(input.text("output"), "InvalidOutput", "Output");
  return answer(core, token, (run, branch) => taskSucceeded(run, branch, core.clock.now(), Payload.ofText(output)));
}

export async function sendTaskFailure(core: Core, input: Input): Promise<JsonObject> {
  const token = input.text("taskToken");
  const [error, cause] = [input.optional("error"), input.optional("cause")];
  if ((error?.length ?? 0) > maxErrorLength)
    throw new Fault("ValidationException", `'error' has at most ${maxErrorLength} characters`);
  if ((cause?.length ?? 0) > maxCauseLength)
    throw new Fault("ValidationException", `'cause' has at most ${maxCauseLength} characters`);
  const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  return answer(core, token, (run, branch) => taskFailed(run, branch, core.clock.now(), failure));
}

export async function sendTaskHeartbeat(core: Core, input: Input): Promise<JsonObject> {
  return answer(core, input.text("taskToken"), (run, branch) => {
    if (branch.heartbeatSeconds === undefined) return;
    branch.heartbeatAt = core.clock.now() + branch.heartbeatSeconds * 1000;
    touch(run, branch);
  });
}

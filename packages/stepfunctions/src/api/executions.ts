import type { EngineContext } from "../engine/engine-context.ts";
import { findMachine, requireMachine } from "../engine/state-machines.ts";
import { isStateArn } from "../lib/arn.ts";
import { Fault } from "../lib/fault.ts";
import type { JsonObject } from "../lib/json.ts";
import { endExecution } from "../run/end-branch.ts";
import { notRedrivable, redrive } from "../run/redrive.ts";
import type { Execution } from "../run/run.ts";
import { prepared } from "../store/prepared-statement.ts";
import { type ExecutionRow, executionFrom } from "../store/rows.ts";
import { selectExecution } from "../store/store.ts";
import { type Input, pageToken, seconds } from "./input.ts";
import { describeMachine } from "./state-machines.ts";

/** @throws {Fault} ExecutionDoesNotExist, InvalidArn */
export function requireExecution({ store }: EngineContext, arn: string): Execution {
  if (!isStateArn(arn)) throw new Fault("InvalidArn", `Invalid Arn: '${arn}'`);
  const execution = store.executionByArn(arn);
  if (!execution) throw new Fault("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  return execution;
}

function redriveStatus(execution: Execution, now: number): JsonObject {
  const reason = notRedrivable(execution, now);
  if (reason === undefined) return { redriveStatus: "REDRIVABLE" };
  return { redriveStatus: "NOT_REDRIVABLE", redriveStatusReason: reason };
}

export async function describeExecution(context: EngineContext, input: Input): Promise<JsonObject> {
  const execution = requireExecution(context, input.text("executionArn"));
  const { stoppedAt, output, error, cause, redrivenAt } = execution;
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: execution.status,
    startDate: seconds(execution.startedAt),
    ...(stoppedAt === undefined ? {} : { stopDate: seconds(stoppedAt) }),
    input: execution.input.text,
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    redriveCount: execution.redrives,
    ...(redrivenAt === undefined ? {} : { redriveDate: seconds(redrivenAt) }),
    ...redriveStatus(execution, context.clock.now()),
  };
}

export async function stopExecution(context: EngineContext, input: Input): Promise<JsonObject> {
  const { id } = requireExecution(context, input.text("executionArn"));
  const error = input.optional("error");
  const cause = input.optional("cause");
  const stoppedAt = await context.queues.enqueue(id, (run) => {
    const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    if (run.execution.status === "RUNNING") endExecution(run, "ABORTED", context.clock.now(), failure);
    return run.execution.stoppedAt;
  });
  return { stopDate: seconds(stoppedAt ?? context.clock.now()) };
}

/** Newest first, as on AWS. */
export async function listExecutions(context: EngineContext, input: Input): Promise<JsonObject> {
  const { arn } = requireMachine(context, input.text("stateMachineArn"));
  const status = input.optional("statusFilter");
  const limit = input.whole("maxResults", { least: 0, most: 1000, otherwise: 100 }) || 100;
  const [started = Number.MAX_SAFE_INTEGER, id = Number.MAX_SAFE_INTEGER] =
    pageToken.read(input.optional("nextToken"), 2) ?? [];
  const select = prepared(
    context.database,
    `${selectExecution} WHERE machine = ? AND (started, id) < (?, ?) ${status === undefined ? "" : "AND status = ?"}
     ORDER BY started DESC, id DESC LIMIT ?`,
  );
  const filter = status === undefined ? [] : [status];
  const rows = select.all(arn, started, id, ...filter, limit + 1) as unknown as ExecutionRow[];
  const page = rows.slice(0, limit).map(executionFrom);
  const executions = page.map((each) => ({
    executionArn: each.arn,
    stateMachineArn: each.machineArn,
    name: each.name,
    status: each.status,
    startDate: seconds(each.startedAt),
    ...(each.stoppedAt === undefined ? {} : { stopDate: seconds(each.stoppedAt) }),
    redriveCount: each.redrives,
  }));
  const last = page.at(-1);
  return rows.length > limit && last
    ? { executions, nextToken: pageToken.make([last.startedAt, last.id]) }
    : { executions };
}

/** The definition that an execution started with; updates of the state machine do not change it. */
export async function describeStateMachineForExecution(context: EngineContext, input: Input): Promise<JsonObject> {
  const execution = requireExecution(context, input.text("executionArn"));
  const machine = findMachine(context, execution.machineArn);
  const shown = machine ? describeMachine(context, machine) : {};
  const { status: _, creationDate: _c, type: _t, ...rest } = shown;
  return {
    ...rest,
    stateMachineArn: execution.machineArn,
    name: execution.machineName,
    roleArn: execution.roleArn,
    definition: context.definitions.text(execution.definitionId),
    updateDate: seconds(machine?.updated ?? execution.startedAt),
  };
}

/** @throws {Fault} ExecutionNotRedrivable */
export async function redriveExecution(context: EngineContext, input: Input): Promise<JsonObject> {
  const { id } = requireExecution(context, input.text("executionArn"));
  const now = context.clock.now();
  await context.queues.enqueue(id, (run) => {
    const reason = notRedrivable(run.execution, now);
    if (reason !== undefined) throw new Fault("ExecutionNotRedrivable", reason);
    redrive(run, now);
  });
  return { redriveDate: seconds(now) };
}

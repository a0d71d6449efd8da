import type { JsonObject } from "../lib/json.ts";
import { Payload } from "../lib/payload.ts";
import type { Branch, Execution, HistoryEvent, MapItems, Status } from "../run/run.ts";

/** A row of `execution` joined with its `progress`. */
export interface ExecutionRow {
  id: number;
  arn: string;
  machine: string;
  status: Status;
  started: number;
  stopped: number | null;
  data: string;
  input: string;
  output: string | null;
  event: number;
  branch: number;
  attempt: number;
}

export interface BranchRow {
  data: string;
  input: string;
  variables: string;
  work: string | null;
}

const ownColumns = [
  "id",
  "arn",
  "machineArn",
  "status",
  "startedAt",
  "stoppedAt",
  "input",
  "output",
  "lastEventId",
  "lastBranchId",
  "lastAttempt",
] as const satisfies (keyof Execution)[];

type ExecutionData = Omit<Execution, (typeof ownColumns)[number]>;

export function executionData(execution: Execution): string {
  const data: Partial<Execution> = { ...execution };
  for (const name of ownColumns) delete data[name];
  return JSON.stringify(data);
}

export function executionFrom(row: ExecutionRow): Execution {
  return {
    ...(JSON.parse(row.data) as ExecutionData),
    id: row.id,
    arn: row.arn,
    machineArn: row.machine,
    status: row.status,
    startedAt: row.started,
    input: Payload.ofText(row.input),
    ...(row.stopped === null ? {} : { stoppedAt: row.stopped }),
    ...(row.output === null ? {} : { output: row.output }),
    lastEventId: row.event,
    lastBranchId: row.branch,
    lastAttempt: row.attempt,
  };
}

/** Large documents have columns of their own. `work` holds the call's payload, the Map's items or the output: a branch
 * has at most one of them. */
export function branchColumns(branch: Branch): [data: string, input: string, variables: string, work: string | null] {
  const { input, variables, task, items, output, ...small } = branch;
  const data = {
    ...small,
    ...(task === undefined ? {} : { task: { ...task, payload: undefined } }),
    ...(items === undefined ? {} : { items: { ...items, list: undefined } }),
    ...(output === undefined ? {} : { hasOutput: true }),
  };
  const work = task?.payload ?? items?.list ?? output;
  return [JSON.stringify(data), input.text, JSON.stringify(variables), work?.text ?? null];
}

type BranchData = Omit<Branch, "input" | "variables" | "output" | "task" | "items"> & {
  task?: { attempt: number; functionName?: string };
  items?: Omit<MapItems, "list">;
  hasOutput?: boolean;
};

export function branchFrom(row: BranchRow): Branch {
  const { task, items, hasOutput, ...small } = JSON.parse(row.data) as BranchData;
  const work = Payload.ofText(row.work ?? "null");
  return {
    ...small,
    input: Payload.ofText(row.input),
    variables: JSON.parse(row.variables) as JsonObject,
    ...(task === undefined ? {} : { task: { ...task, payload: work } }),
    ...(items === undefined ? {} : { items: { ...items, list: work } }),
    ...(hasOutput === true ? { output: work } : {}),
  };
}

type EventTuple = [previousEventId: number, timestamp: number, type: string, details?: JsonObject];

/** Consecutive events as tuples: without field names and without ids, which count up from the first. */
export const eventsText = (events: readonly HistoryEvent[]): string =>
  JSON.stringify(
    events.map(({ previousEventId, timestamp, type, details }): EventTuple => {
      return details === undefined ? [previousEventId, timestamp, type] : [previousEventId, timestamp, type, details];
    }),
  );

export function eventsFrom(first: number, text: string): HistoryEvent[] {
  const tuples = JSON.parse(text) as EventTuple[];
  return tuples.map(([previousEventId, timestamp, type, details], at) => ({
    id: first + at,
    previousEventId,
    timestamp,
    type,
    ...(details === undefined ? {} : { details }),
  }));
}

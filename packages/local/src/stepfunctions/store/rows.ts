import type { JsonObject } from "../json.ts";
import { Payload } from "../payload.ts";
import type { Branch, Execution, MapItems, Status } from "../run/run.ts";

export interface ExecutionRow {
  id: number;
  arn: string;
  machine: string;
  status: Status;
  active: number;
  started: number;
  stopped: number | null;
  parent: number | null;
  data: string;
  input: string;
  output: string | null;
}

export interface BranchRow {
  execution: number;
  id: number;
  due: number | null;
  data: string;
  input: string;
  variables: string;
  work: string | null;
}

type ExecutionData = Omit<
  Execution,
  "id" | "arn" | "machineArn" | "status" | "startedAt" | "stoppedAt" | "input" | "output"
>;

export function executionData(execution: Execution): string {
  const {
    id: _,
    arn: _a,
    machineArn: _m,
    status: _s,
    startedAt: _t,
    stoppedAt: _u,
    input: _i,
    output: _o,
    ...data
  } = execution;
  return JSON.stringify(data satisfies ExecutionData);
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
  };
}

/** The large documents of a branch have columns of their own. A branch has at most one of call, items and output. */
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

import type { Definition } from "../asl/definition.ts";

export const STATUSES = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const;
export type Status = (typeof STATUSES)[number];

/** As much of the engine as the pages need. */
export interface Source {
  call(action: string, input: unknown): Promise<unknown>;
  now(): string;
}

export interface Machine {
  name: string;
  stateMachineArn: string;
}

export interface Listed {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: Status;
  /** Seconds since the epoch, as in all answers of the API. */
  startDate: number;
  stopDate?: number;
}

export interface Described extends Listed {
  input: string;
  output?: string;
  error?: string;
  cause?: string;
  redriveCount: number;
}

/** An event as the API gives it: beside these, one member with details named after the type. */
export interface Event {
  id: number;
  previousEventId: number;
  type: string;
  timestamp: number;
  [member: string]: unknown;
}

interface Page {
  events: Event[];
  nextToken?: string;
}

const longestPage = 1_000;

export async function machinesOf(source: Source): Promise<Machine[]> {
  const answer = await source.call("ListStateMachines", { maxResults: longestPage });
  return (answer as { stateMachines: Machine[] }).stateMachines;
}

/** Executions of one state machine, newest first. */
export interface Wanted {
  stateMachineArn: string;
  statusFilter?: Status | undefined;
  nextToken?: string | undefined;
  maxResults: number;
}

export const executionsOf = (source: Source, wanted: Wanted) =>
  source.call("ListExecutions", wanted) as Promise<{ executions: Listed[]; nextToken?: string }>;

export const describe = (source: Source, executionArn: string) =>
  source.call("DescribeExecution", { executionArn }) as Promise<Described>;

/** The definition that an execution runs with, and its state machine's name. */
export async function definitionOf(
  source: Source,
  executionArn: string,
): Promise<{ name: string; states: Definition }> {
  const answer = await source.call("DescribeStateMachineForExecution", { executionArn });
  const { name, definition } = answer as { name: string; definition: string };
  return { name, states: JSON.parse(definition) as Definition };
}

/** A page of history with the data. */
export const historyOf = (
  source: Source,
  wanted: { executionArn: string; maxResults: number; reverseOrder: boolean; nextToken?: string | undefined },
) => source.call("GetExecutionHistory", wanted) as Promise<Page>;

/** The newest events without their data, oldest first: enough to say where an execution is. */
export async function tailOf(source: Source, executionArn: string, maxResults: number): Promise<Event[]> {
  const wanted = { executionArn, maxResults, reverseOrder: true, includeExecutionData: false };
  const { events } = (await source.call("GetExecutionHistory", wanted)) as Page;
  return events.reverse();
}

/** All events without their data. Between pages the engine gets its turn. */
export async function courseOf(source: Source, executionArn: string): Promise<Event[]> {
  const events: Event[] = [];
  let nextToken: string | undefined;
  do {
    const wanted = { executionArn, maxResults: longestPage, includeExecutionData: false, nextToken };
    const page = (await source.call("GetExecutionHistory", wanted)) as Page;
    events.push(...page.events);
    nextToken = page.nextToken;
    await new Promise((resolve) => setImmediate(resolve));
  } while (nextToken !== undefined);
  return events;
}

/** The details of an event, under whichever member they came. */
export function detailsOf(event: Event): Record<string, unknown> {
  const [, details] = Object.entries(event).find(([member]) => member.endsWith("EventDetails")) ?? [];
  return typeof details === "object" && details !== null ? (details as Record<string, unknown>) : {};
}

import type { Definition } from "../asl/definition.ts";

export const STATUSES = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const;
export type Status = (typeof STATUSES)[number];

/** The part of an engine that the pages need. */
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

/** An event of the API. Its details are in one more member, which is named after the type. */
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

export async function listMachines(source: Source): Promise<Machine[]> {
  const answer = await source.call("ListStateMachines", { maxResults: longestPage });
  return (answer as { stateMachines: Machine[] }).stateMachines;
}

/** Executions of one state machine, newest first. */
export interface ListOptions {
  stateMachineArn: string;
  statusFilter?: Status | undefined;
  nextToken?: string | undefined;
  maxResults: number;
}

export const listExecutions = (source: Source, options: ListOptions) =>
  source.call("ListExecutions", options) as Promise<{ executions: Listed[]; nextToken?: string }>;

export const describeExecution = (source: Source, executionArn: string) =>
  source.call("DescribeExecution", { executionArn }) as Promise<Described>;

/** The definition that an execution started with, and its state machine's name. */
export async function definitionOf(
  source: Source,
  executionArn: string,
): Promise<{ name: string; states: Definition }> {
  const answer = await source.call("DescribeStateMachineForExecution", { executionArn });
  const { name, definition } = answer as { name: string; definition: string };
  return { name, states: JSON.parse(definition) as Definition };
}

/** A page of history with execution data. */
export const historyPage = (
  source: Source,
  wanted: { executionArn: string; maxResults: number; reverseOrder: boolean; nextToken?: string | undefined },
) => source.call("GetExecutionHistory", wanted) as Promise<Page>;

/** The newest events without execution data, oldest first: enough to find the current states. */
export async function latestEvents(source: Source, executionArn: string, maxResults: number): Promise<Event[]> {
  const wanted = { executionArn, maxResults, reverseOrder: true, includeExecutionData: false };
  const { events } = (await source.call("GetExecutionHistory", wanted)) as Page;
  return events.reverse();
}

/** All events without execution data. Yields to the event loop between pages. */
export async function allEvents(source: Source, executionArn: string): Promise<Event[]> {
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

/** The details of an event, from whichever member has them. */
export function detailsOf(event: Event): Record<string, unknown> {
  const [, details] = Object.entries(event).find(([member]) => member.endsWith("EventDetails")) ?? [];
  return typeof details === "object" && details !== null ? (details as Record<string, unknown>) : {};
}

import { detailsOf, type Event } from "./engine-queries.ts";

/** One visit of a state, from its StateEntered event on. */
export interface StateVisit {
  readonly state: string;
  readonly type: string;
  /** The visit of the Parallel or Map that contains this state. */
  readonly parent: StateVisit | undefined;
  /** Seconds since the epoch. */
  readonly enteredAt: number;
  /** exited: by Next, End or Catch. aborted: its Parallel or Map was retried, caught or failed. */
  end: "open" | "exited" | "aborted";
  lastAttemptFailed: boolean;
  /** When the current call times out, seconds since the epoch. */
  timesOutAt?: number | undefined;
}

/** The course of an execution, reconstructed from its events. */
export interface Trace {
  visits: StateVisit[];
  /** Transitions from one state to the next. */
  steps: { from: string; to: string }[];
  /** The state that an event belongs to. */
  stateOf(eventId: number): string | undefined;
}

/**
 * Reconstructs a trace. The events must be in order and without gaps, but may begin in the middle of a history.
 */
export function traceOf(events: readonly Event[]): Trace {
  const visits: StateVisit[] = [];
  const steps: Trace["steps"] = [];
  const visitAt = new Map<number, StateVisit>();

  const enter = (event: Event, type: string, before: StateVisit | undefined): StateVisit => {
    const state = String(detailsOf(event).name ?? "");
    const isSibling = before !== undefined && before.end !== "open";
    const parent = isSibling ? before.parent : before;
    if (isSibling) steps.push({ from: before.state, to: state });
    const visit: StateVisit = {
      ...{ state, type, parent, enteredAt: event.timestamp },
      ...{ end: "open", lastAttemptFailed: type === "Fail" },
    };
    visits.push(visit);
    return visit;
  };
  const abortWithin = (outer: StateVisit) => {
    for (const each of visits) if (each.end === "open" && isWithin(each, outer)) each.end = "aborted";
  };
  for (const event of events) {
    const before = visitAt.get(event.previousEventId);
    const [, type, what] = /^(\w+?)State(Entered|Exited|Aborted|Started)$/.exec(event.type) ?? [];
    const visit = what === "Entered" ? enter(event, type ?? "", before) : ownerOf(event, type, before);
    if (!visit) continue;
    visitAt.set(event.id, visit);
    if (what === "Exited") visit.end = "exited";
    if (what === "Aborted") visit.end = "aborted";
    if (isContainer(type) && (what === "Exited" || what === "Started")) abortWithin(visit);
    else if (what === undefined) applyCallEvent(visit, event);
  }
  return { visits, steps, stateOf: (eventId) => visitAt.get(eventId)?.state };
}

const isContainer = (type: string | undefined): boolean => type === "Map" || type === "Parallel";

const isWithin = (visit: StateVisit, outer: StateVisit): boolean =>
  visit.parent !== undefined && (visit.parent === outer || isWithin(visit.parent, outer));

/** The visit that an event belongs to: the previous event of a Parallel's or Map's may be one of a child's. */
function ownerOf(event: Event, type: string | undefined, before: StateVisit | undefined): StateVisit | undefined {
  const kind = type ?? /^(Map|Parallel)/.exec(event.type)?.[1];
  let visit = before;
  if (isContainer(kind)) {
    while (visit && (visit.type !== kind || visit.end !== "open")) visit = visit.parent;
  }
  return visit ?? before;
}

/** Updates a visit when a call of it begins, fails or times out. */
function applyCallEvent(visit: StateVisit, event: Event): void {
  if (/^(Task|LambdaFunction)Scheduled$/.test(event.type)) {
    const { timeoutInSeconds } = detailsOf(event);
    visit.lastAttemptFailed = false;
    visit.timesOutAt = typeof timeoutInSeconds === "number" ? event.timestamp + timeoutInSeconds : undefined;
  } else if (
    /^(Task|LambdaFunction|Evaluation|MapState|ParallelState)(Failed|TimedOut|SubmitFailed)$/.test(event.type)
  ) {
    visit.lastAttemptFailed = true;
    visit.timesOutAt = undefined;
  }
}

export type StateStatus = "current" | "retrying" | "done" | "failed" | "stopped" | "unreached";

/** The status of a state over all visits of it.
 * @param running - whether the execution is running */
export function stateStatusOf(visits: readonly StateVisit[], running: boolean): StateStatus {
  const open = visits.filter(({ end }) => end === "open");
  if (running && open.length > 0) {
    return open.every(({ lastAttemptFailed }) => lastAttemptFailed) ? "retrying" : "current";
  }
  if (visits.some(({ end, lastAttemptFailed }) => end !== "exited" && lastAttemptFailed)) return "failed";
  if (open.length > 0) return "stopped";
  if (visits.some(({ end }) => end === "exited")) return "done";
  return visits.length > 0 ? "stopped" : "unreached";
}

/** The states that an execution is in, or the one that it ended in: innermost states only, each once. */
export function currentStatesOf({ visits }: Trace, running: boolean): string[] {
  if (!running) {
    const failed = ({ end, lastAttemptFailed }: StateVisit) => lastAttemptFailed && end !== "exited";
    const last = visits.findLast(failed) ?? visits.at(-1);
    return last ? [last.state] : [];
  }
  const open = visits.filter(({ end }) => end === "open");
  const parents = new Set(open.map(({ parent }) => parent));
  const innermost = open.filter((visit) => !parents.has(visit));
  return [...new Set(innermost.map(({ state }) => state))];
}

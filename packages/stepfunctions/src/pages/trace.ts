import { detailsOf, type Event } from "./engine-queries.ts";

/** One stay in a state. */
export interface Stay {
  readonly state: string;
  readonly type: string;
  /** The stay in a Parallel or Map that this one is part of. */
  readonly within: Stay | undefined;
  /** Seconds since the epoch. */
  readonly enteredAt: number;
  /** open: not left. left: by its own or a Catch's way. dropped: a Parallel or Map went on without it. */
  end: "open" | "left" | "dropped";
  /** Its last attempt failed. */
  failed: boolean;
  /** When the call that it waits for times out, seconds since the epoch. */
  until?: number | undefined;
}

/** How an execution went, read from its events. */
export interface Course {
  stays: Stay[];
  /** Steps from one state to the next. */
  steps: { from: string; to: string }[];
  /** The state that an event belongs to. */
  stateOf(eventId: number): string | undefined;
}

/**
 * Follows the events of an execution. They must be in order; the first ones may be missing.
 */
export function courseFrom(events: readonly Event[]): Course {
  const stays: Stay[] = [];
  const steps: Course["steps"] = [];
  const stayAt = new Map<number, Stay>();

  const enter = (event: Event, type: string, before: Stay | undefined): Stay => {
    const state = String(detailsOf(event).name ?? "");
    const isSibling = before !== undefined && before.end !== "open";
    const within = isSibling ? before.within : before;
    if (isSibling) steps.push({ from: before.state, to: state });
    const stay: Stay = { state, type, within, enteredAt: event.timestamp, end: "open", failed: type === "Fail" };
    stays.push(stay);
    return stay;
  };
  const dropWithin = (stay: Stay) => {
    for (const each of stays) if (each.end === "open" && isWithin(each, stay)) each.end = "dropped";
  };
  for (const event of events) {
    const before = stayAt.get(event.previousEventId);
    const [, type, what] = /^(\w+?)State(Entered|Exited|Aborted|Started)$/.exec(event.type) ?? [];
    const stay = what === "Entered" ? enter(event, type ?? "", before) : ownerOf(event, type, before);
    if (!stay) continue;
    stayAt.set(event.id, stay);
    if (what === "Exited") stay.end = "left";
    if (what === "Aborted") stay.end = "dropped";
    if (isAround(type) && (what === "Exited" || what === "Started")) dropWithin(stay);
    else if (what === undefined) follow(stay, event);
  }
  return { stays, steps, stateOf: (eventId) => stayAt.get(eventId)?.state };
}

const isAround = (type: string | undefined): boolean => type === "Map" || type === "Parallel";

const isWithin = (stay: Stay, outer: Stay): boolean =>
  stay.within !== undefined && (stay.within === outer || isWithin(stay.within, outer));

/** Whose event it is: the chain of events may come out of the branches of a Parallel or Map that is going on. */
function ownerOf(event: Event, type: string | undefined, before: Stay | undefined): Stay | undefined {
  const kind = type ?? /^(Map|Parallel)/.exec(event.type)?.[1];
  let stay = before;
  if (isAround(kind)) {
    while (stay && (stay.type !== kind || stay.end !== "open")) stay = stay.within;
  }
  return stay ?? before;
}

/** A call begins, fails or is over. */
function follow(stay: Stay, event: Event): void {
  if (/^(Task|LambdaFunction)Scheduled$/.test(event.type)) {
    const { timeoutInSeconds } = detailsOf(event);
    stay.failed = false;
    stay.until = typeof timeoutInSeconds === "number" ? event.timestamp + timeoutInSeconds : undefined;
  } else if (
    /^(Task|LambdaFunction|Evaluation|MapState|ParallelState)(Failed|TimedOut|SubmitFailed)$/.test(event.type)
  ) {
    stay.failed = true;
    stay.until = undefined;
  }
}

export type Standing = "current" | "retrying" | "done" | "failed" | "stopped" | "unreached";

/** How a state stands, counting all stays in it.
 * @param running - whether the execution goes on */
export function standingOf(stays: readonly Stay[], running: boolean): Standing {
  const open = stays.filter(({ end }) => end === "open");
  if (running && open.length > 0) return open.every(({ failed }) => failed) ? "retrying" : "current";
  if (stays.some(({ end, failed }) => end !== "left" && failed)) return "failed";
  if (open.length > 0) return "stopped";
  if (stays.some(({ end }) => end === "left")) return "done";
  return stays.length > 0 ? "stopped" : "unreached";
}

/** Where an execution is, or where it ended: innermost states only, each once. */
export function placesOf({ stays }: Course, running: boolean): string[] {
  if (!running) {
    const last = stays.findLast(({ end, failed }) => failed && end !== "left") ?? stays.at(-1);
    return last ? [last.state] : [];
  }
  const open = stays.filter(({ end }) => end === "open");
  const around = new Set(open.map(({ within }) => within));
  const innermost = open.filter((stay) => !around.has(stay));
  return [...new Set(innermost.map(({ state }) => state))];
}

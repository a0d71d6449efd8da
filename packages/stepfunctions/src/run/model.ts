import type { Definition } from "../asl/definition.ts";
import type { Failure } from "../lib/fault.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import type { Payload } from "../lib/payload.ts";

export type Status = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

export interface Execution {
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  readonly definitionId: number;
  readonly input: Payload;
  readonly startedAt: number;
  /** The task of another execution that waits for this one: `.sync`. */
  readonly parent?: { executionId: number; branchId: number; attempt: number };
  /** When the state machine's own TimeoutSeconds are over. */
  deadlineAt?: number;
  status: Status;
  stoppedAt?: number;
  output?: string;
  error?: string;
  cause?: string;
  lastEventId: number;
  lastBranchId: number;
  /** Counts the calls of tasks; each has its own token. */
  lastAttempt: number;
  redrives: number;
  redrivenAt?: number;
  /** The waiting parent has yet to be told how this execution ended. */
  owesParent?: boolean;
}

/** Where a branch stands.
 * enter: its state is to be entered. redrive: the state it failed in is to be begun again. invoking: a call is on its way, and is made again after a restart.
 * answer: a token, a child execution or child branches are waited for. timer: nothing but time. done: its last state is over. */
export type Phase = "enter" | "redrive" | "invoking" | "answer" | "timer" | "retry" | "children" | "done" | "failed";

export interface TaskCall {
  /** Tells one attempt from the next. */
  attempt: number;
  functionName?: string;
  payload: Payload;
}

/** A line of control: the execution itself, a branch of a Parallel or an item of a Map. */
export interface Branch {
  readonly id: number;
  readonly parentId?: number;
  /** Which branch of the Parallel, or which item of the Map. */
  readonly index: number;
  /** `$states.context.Map.Item`, for an item of a Map. */
  readonly item?: { Index: number; Value: Json };
  /** Event ids of a distributed Map's item are counted apart and not kept. */
  hiddenEvents?: number;
  state: string;
  phase: Phase;
  input: Payload;
  variables: JsonObject;
  previousEventId: number;
  enteredEventId: number;
  enteredAt: number;
  retries: number;
  /** Retries so far by position in the state's Retry list. */
  retriesByRule: number[];
  wakeAt?: number;
  timeoutAt?: number;
  heartbeatAt?: number;
  heartbeatSeconds?: number;
  task?: TaskCall;
  items?: MapItems;
  output?: Payload;
  failure?: Failure;
  /** Cut short before its state was entered. */
  notEntered?: boolean;
}

export interface MapItems {
  list: Payload;
  length: number;
  concurrency: number;
  /** Failures that a distributed Map bears; without either it bears none. */
  toleratedCount?: number;
  toleratedPercentage?: number;
}

export interface HistoryEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  details?: JsonObject;
}

/** What a transition wants done outside, once it is on disk. */
export type Effect =
  | { kind: "invoke"; branchId: number; attempt: number }
  | { kind: "start"; branchId: number; attempt: number }
  | { kind: "tellParent" };

/** What a branch tells its parent. */
export type Signal = { kind: "joined"; childId: number } | { kind: "childFailed"; childId: number; failure: Failure };

/** One execution in memory. */
export interface Run {
  readonly execution: Execution;
  readonly definition: Definition;
  readonly branches: Map<number, Branch>;
  /** The branches below each Parallel or Map, by its branch's id. */
  readonly below: Map<number, Set<Branch>>;
  readonly ready: number[];
  readonly signals: Signal[];
  readonly events: HistoryEvent[];
  readonly effects: Effect[];
  readonly changed: Set<number>;
  readonly removed: Set<number>;
  readonly tallies: Map<number, Tally>;
  /** Not yet on disk at all. */
  isNew: boolean;
  /** Its status or another field of its own has changed, which most transitions leave alone. */
  executionChanged: boolean;
}

/** How the branches below a Parallel or Map stand. */
export interface Tally {
  started: number;
  done: number;
  failed: number;
}

/** What a transition needs from the engine around it. */
export interface Services {
  /** Epoch milliseconds. */
  now(): number;
  tokenOf(run: Run, branch: Branch, attempt: number): string;
}

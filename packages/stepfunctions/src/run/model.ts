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
  /** The task of another execution that started this one, or waits for it with `.sync`. */
  readonly parent?: { executionId: number; branchId: number; attempt: number };
  /** When the state machine's own TimeoutSeconds expire. */
  deadlineAt?: number;
  status: Status;
  stoppedAt?: number;
  output?: string;
  error?: string;
  cause?: string;
  lastEventId: number;
  lastBranchId: number;
  /** Number of the latest task attempt; each attempt has its own token. */
  lastAttempt: number;
  redrives: number;
  redrivenAt?: number;
  /** The end of this execution has not been reported to its parent yet. */
  owesParent?: boolean;
}

/** Phase of a branch in its current state.
 * - enter: the state is to be entered; redrive: the failed state is to be started again
 * - invoking: a call is in progress, and is repeated after a restart
 * - answer: waits for a token or a child execution; children: for child branches; timer, retry: for an instant
 * - done, failed: the branch has ended */
export type Phase = "enter" | "redrive" | "invoking" | "answer" | "timer" | "retry" | "children" | "done" | "failed";

export interface TaskCall {
  /** Unique in the execution. */
  attempt: number;
  functionName?: string;
  payload: Payload;
}

/** A thread of control: the execution itself, a branch of a Parallel or an item of a Map. */
export interface Branch {
  readonly id: number;
  readonly parentId?: number;
  /** Which branch of the Parallel, or which item of the Map. */
  readonly index: number;
  /** `$states.context.Map.Item`, for an item of a Map. */
  readonly item?: { Index: number; Value: Json };
  /** Event ids of a distributed Map's item are numbered separately and not stored. */
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
  /** Aborted before its state was entered. */
  notEntered?: boolean;
}

export interface MapItems {
  list: Payload;
  length: number;
  concurrency: number;
  /** Failures that a distributed Map tolerates; none when both are undefined. */
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

/** A side effect of a transition, performed once the transition is on disk. */
export type Effect =
  | { kind: "invoke"; branchId: number; attempt: number }
  | { kind: "start"; branchId: number; attempt: number }
  | { kind: "notifyParent" };

/** The end of a child branch, for its parent. */
export type Signal =
  | { kind: "childSucceeded"; childId: number }
  | { kind: "childFailed"; childId: number; failure: Failure };

/** One execution in memory. */
export interface Run {
  readonly execution: Execution;
  readonly definition: Definition;
  readonly branches: Map<number, Branch>;
  /** Child branches of each Parallel or Map, by the id of the parent branch. */
  readonly below: Map<number, Set<Branch>>;
  readonly ready: number[];
  readonly signals: Signal[];
  readonly events: HistoryEvent[];
  readonly effects: Effect[];
  readonly changed: Set<number>;
  readonly removed: Set<number>;
  readonly tallies: Map<number, Tally>;
  /** No row of it is on disk yet. */
  isNew: boolean;
  /** A field of `execution` other than its counters has changed; most transitions change none. */
  executionChanged: boolean;
}

/** Counts of the child branches of a Parallel or Map. */
export interface Tally {
  started: number;
  done: number;
  failed: number;
}

/** What a transition needs from the engine. */
export interface Services {
  /** Epoch milliseconds. */
  now(): number;
  tokenOf(run: Run, branch: Branch, attempt: number): string;
}

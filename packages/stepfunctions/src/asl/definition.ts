import type { Json, JsonObject } from "../lib/json.ts";

// The Amazon States Language after validation; names are the specification's.

export type StateType = "Task" | "Pass" | "Choice" | "Wait" | "Succeed" | "Fail" | "Parallel" | "Map";

export interface Scope {
  StartAt: string;
  States: Record<string, State>;
}

export interface Definition extends Scope {
  TimeoutSeconds?: number;
}

export interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: "FULL" | "NONE";
}

export interface Route {
  Next: string;
  Assign?: JsonObject;
  Output?: Json;
}

export interface Catcher extends Route {
  ErrorEquals: string[];
}

export interface ChoiceRule extends Route {
  Condition: Json;
}

export interface ItemBatcher {
  MaxItemsPerBatch?: Json;
  MaxInputBytesPerBatch?: Json;
  BatchInput?: Json;
}

export interface ItemProcessor extends Scope {
  ProcessorConfig?: { Mode?: "INLINE" | "DISTRIBUTED"; ExecutionType?: string };
}

export interface State {
  Type: StateType;
  Next?: string;
  End?: boolean;
  Assign?: JsonObject;
  Output?: Json;
  Arguments?: Json;
  Resource?: string;
  TimeoutSeconds?: Json;
  HeartbeatSeconds?: Json;
  Retry?: Retrier[];
  Catch?: Catcher[];
  Choices?: ChoiceRule[];
  Default?: string;
  Seconds?: Json;
  Timestamp?: Json;
  Error?: Json;
  Cause?: Json;
  Branches?: Scope[];
  Items?: Json;
  ItemSelector?: Json;
  ItemProcessor?: ItemProcessor;
  Iterator?: ItemProcessor;
  ItemBatcher?: ItemBatcher;
  MaxConcurrency?: Json;
  ToleratedFailureCount?: Json;
  ToleratedFailurePercentage?: Json;
  Label?: string;
}

export const processorOf = (state: State): ItemProcessor | undefined => state.ItemProcessor ?? state.Iterator;
export const isDistributed = (state: State): boolean => processorOf(state)?.ProcessorConfig?.Mode === "DISTRIBUTED";

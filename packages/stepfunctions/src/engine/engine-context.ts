import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../lib/clock.ts";
import type { Committer } from "../store/committer.ts";
import type { Store } from "../store/store.ts";
import type { DefinitionCache } from "./definition-cache.ts";
import type { ExecutionQueues } from "./execution-queues.ts";
import type { openTaskTokens } from "./task-tokens.ts";

/** The open parts of an engine that API actions use. */
export interface EngineContext {
  readonly clock: Clock;
  readonly database: DatabaseSync;
  readonly store: Store;
  readonly committer: Committer;
  readonly tokens: ReturnType<typeof openTaskTokens>;
  readonly queues: ExecutionQueues;
  readonly definitions: DefinitionCache;
}

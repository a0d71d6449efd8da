import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../lib/clock.ts";
import type { Committer } from "../store/committer.ts";
import type { Store } from "../store/store.ts";
import type { Definitions } from "./definition-cache.ts";
import type { Lanes } from "./execution-queues.ts";
import type { openTokens } from "./task-tokens.ts";

/** What the API's actions work with. */
export interface Core {
  readonly clock: Clock;
  readonly database: DatabaseSync;
  readonly store: Store;
  readonly committer: Committer;
  readonly tokens: ReturnType<typeof openTokens>;
  readonly lanes: Lanes;
  readonly definitions: Definitions;
}

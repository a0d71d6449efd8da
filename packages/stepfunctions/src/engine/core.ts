import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../clock.ts";
import type { Definition } from "../definition.ts";
import type { Committer } from "../store/committer.ts";
import type { Store } from "../store/store.ts";
import type { Lanes } from "./lanes.ts";
import type { openTokens } from "./token.ts";

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

export interface Definitions {
  get(id: number): Definition;
  text(id: number): string;
}

const kept = 256;

/** Definitions by id; the parsed form of those in use stays in memory. */
export function openDefinitions(database: DatabaseSync): Definitions {
  const select = database.prepare("SELECT text FROM definition WHERE id = ?");
  const cache = new Map<number, Definition>();
  const text = (id: number): string => (select.get(id) as { text: string } | undefined)?.text ?? "{}";
  return {
    text,
    get: (id) => {
      const known = cache.get(id);
      if (known) return known;
      const definition = JSON.parse(text(id)) as Definition;
      if (cache.size >= kept) cache.clear();
      cache.set(id, definition);
      return definition;
    },
  };
}

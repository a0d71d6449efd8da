import type { DatabaseSync } from "node:sqlite";
import type { Definition } from "../asl/definition.ts";

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

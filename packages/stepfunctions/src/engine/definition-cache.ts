import type { DatabaseSync } from "node:sqlite";
import type { Definition } from "../asl/definition.ts";

export interface DefinitionCache {
  get(id: number): Definition;
  text(id: number): string;
}

const maxCached = 256;

/** Definitions by id; the parsed form is cached. */
export function openDefinitionCache(database: DatabaseSync): DefinitionCache {
  const select = database.prepare("SELECT text FROM definition WHERE id = ?");
  const cache = new Map<number, Definition>();
  const text = (id: number): string => (select.get(id) as { text: string } | undefined)?.text ?? "{}";
  return {
    text,
    get: (id) => {
      const known = cache.get(id);
      if (known) return known;
      const definition = JSON.parse(text(id)) as Definition;
      if (cache.size >= maxCached) cache.clear();
      cache.set(id, definition);
      return definition;
    },
  };
}

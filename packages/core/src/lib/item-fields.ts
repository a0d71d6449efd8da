import { documentIn } from "./document-text.ts";
import type { Item } from "./op.ts";

/**
 * Reads a field of a stored item where no schema does.
 *
 * @throws TypeError when it is something else: a mistake of ours, as a failed schema is
 */
export function textIn(item: Item, field: string): string {
  const value = item[field];
  if (typeof value !== "string") throw new TypeError(`A stored item has no text as its ${field}.`);
  return value;
}

/** As {@link textIn}, for a whole number. */
export function countIn(item: Item, field: string): number {
  const value = item[field];
  if (!Number.isSafeInteger(value)) throw new TypeError(`A stored item has no whole number as its ${field}.`);
  return value as number;
}

/** As {@link textIn}, for a document, which is stored as text. */
export function mapIn(item: Item, field: string): Item {
  const value = documentIn(item[field]);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError(`A stored item has no object as its ${field}.`);
  return value as Item;
}

/** As {@link textIn}, for one of a few texts. */
export function oneOfIn<Choice extends string>(item: Item, field: string, choices: readonly Choice[]): Choice {
  const value = choices.find((choice) => choice === item[field]);
  if (value === undefined) throw new TypeError(`A stored item has none of ${choices.join(", ")} as its ${field}.`);
  return value;
}

import type { Attributes } from "./document-shape.ts";
import type { Item } from "./op.ts";

/** What a document's attribute holds; rows of earlier versions have a map there instead of text. */
export const documentIn = (stored: unknown): unknown => (typeof stored === "string" ? JSON.parse(stored) : stored);

/** A document as an attribute holds it. */
export const documentText = (document: object): string => JSON.stringify(document);

interface Described {
  attributes: Attributes;
  body?: "row" | "info" | "none";
}

/** Every attribute whose value is kept as JSON text. */
const textsOf = ({ attributes, body = "row" }: Described): string[] => [
  ...Object.keys(attributes).filter((name) => attributes[name] === "json" || attributes[name] === "json?"),
  ...(body === "none" ? [] : [body]),
];

/**
 * The stored form of an item: its documents as JSON text.
 *
 * No condition, index or projection looks into them, and as maps in DynamoDB's form they took most of the time of every
 * request, in this process and in the store on one machine.
 */
export function writtenAs(shape: Described): (item: object) => Item {
  const names = textsOf(shape);
  return (item) => {
    const written: Item = { ...item };
    for (const name of names) {
      const document = written[name];
      if (document !== undefined) written[name] = documentText(document as object);
    }
    return written;
  };
}

/** An item as it was before it was stored. */
export function readFrom(shape: Described): (item: Item) => Item {
  const names = textsOf(shape);
  return (item) => {
    const read: Item = { ...item };
    for (const name of names) if (read[name] !== undefined) read[name] = documentIn(read[name]);
    return read;
  };
}

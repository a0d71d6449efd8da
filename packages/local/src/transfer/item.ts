import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { documentIn } from "@yigong/core/lib/document-text.ts";

/** An item in DynamoDB's own form: numbers are text, so no digit is lost. */
export type Item = Record<string, AttributeValue>;

/** A value in DynamoDB's JSON form: like `AttributeValue`, but with bytes in base64. */
type Written = Record<string, unknown>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const bytesOf = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), "base64"));

const mapValues = <From, To>(values: Record<string, From>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

function written(value: AttributeValue): Written {
  if (value.B) return { B: base64(value.B) };
  if (value.BS) return { BS: value.BS.map(base64) };
  if (value.L) return { L: value.L.map(written) };
  if (value.M) return { M: mapValues(value.M, written) };
  return { ...value };
}

function read(value: Written): AttributeValue {
  if ("B" in value) return { B: bytesOf(value.B) };
  if ("BS" in value) return { BS: (value.BS as unknown[]).map(bytesOf) };
  if ("L" in value) return { L: (value.L as Written[]).map(read) };
  if ("M" in value) return { M: mapValues(value.M as Record<string, Written>, read) };
  return value as unknown as AttributeValue;
}

/**
 * An item as one line, `{"Item":{…}}`: the form of DynamoDB's own exports to S3.
 *
 * @source https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html
 */
export const lineOf = (item: Item): string => JSON.stringify({ Item: mapValues(item, written) });

/** @throws SyntaxError or TypeError for a line of another form */
export function itemOf(line: string): Item {
  const { Item } = JSON.parse(line) as { Item?: Record<string, Written> };
  if (Item === undefined || Item === null || typeof Item !== "object") throw new TypeError("a line without an Item");
  return mapValues(Item, read);
}

/** Canonical text of an item: independent of the order of its attributes and of the members of its sets. */
export const canonicalOf = (item: Item): string => canonical({ M: item });

function canonical(value: AttributeValue): string {
  if (value.M) {
    const parts = Object.entries(value.M).map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`);
    return `{${parts.sort().join(",")}}`;
  }
  if (value.L) return `[${value.L.map(canonical).join(",")}]`;
  const set = value.SS ?? value.NS ?? value.BS?.map(base64);
  const plain = value.B ? base64(value.B) : (set?.toSorted() ?? value.S ?? value.N ?? value.BOOL ?? null);
  return `${Object.keys(value)[0]}${JSON.stringify(plain)}`;
}

/** The document in an attribute of an item, undefined where there is none. */
export function documentOf(item: Item, attribute: string): unknown {
  const value = item[attribute];
  return value && documentIn(plainOf(value));
}

/** The value of an attribute for the domain's schemas. Sets, which no row has, become lists. */
export function plainOf(value: AttributeValue): unknown {
  if (value.M) return mapValues(value.M, plainOf);
  if (value.L) return value.L.map(plainOf);
  if (value.N !== undefined) return Number(value.N);
  if (value.NULL) return null;
  return value.S ?? value.BOOL ?? value.B ?? value.SS ?? value.BS ?? value.NS?.map(Number);
}

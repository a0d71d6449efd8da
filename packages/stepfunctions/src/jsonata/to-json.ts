import { type Json, type JsonObject, put } from "../lib/json.ts";

/** The value of an expression is a function, or contains one. */
export const notJson: unique symbol = Symbol("not JSON");

/** Copies a JSONata result into plain JSON: without the flags of sequences and without undefined members. */
export function toJson(value: unknown): Json | typeof notJson | undefined {
  switch (typeof value) {
    case "undefined":
      return undefined;
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : notJson;
    case "object":
      if (value === null) return null;
      return Array.isArray(value) ? listToJson(value) : objectToJson(value);
    default:
      return notJson;
  }
}

function listToJson(list: unknown[]): Json | typeof notJson {
  const copy: Json[] = [];
  for (const item of list) {
    const each = toJson(item);
    if (each === notJson) return notJson;
    copy.push(each ?? null);
  }
  return copy;
}

const isFunctionObject = (value: object): boolean =>
  "_jsonata_lambda" in value || "_jsonata_function" in value || value instanceof RegExp;

function objectToJson(value: object): Json | typeof notJson {
  if (isFunctionObject(value)) return notJson;
  const copy: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const each = toJson(member);
    if (each === notJson) return notJson;
    if (each !== undefined) put(copy, key, each);
  }
  return copy;
}

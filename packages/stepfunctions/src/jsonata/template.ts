import { StateFailed } from "../lib/fault.ts";
import { isObject, type Json, type JsonObject, put } from "../lib/json.ts";
import { expressionIn } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import type { Bindings, Evaluated } from "./evaluate-inline.ts";

/** The entry into a state that the cause of a failed evaluation names. */
export interface StateEntry {
  readonly stateName: string;
  readonly enteredEventId: number;
}

/** Evaluates the expressions of a field at any depth; everything else is a literal.
 * @param field - path for the failure, as in `Arguments/Payload`
 * @throws {StateFailed} States.QueryEvaluationError */
export async function fillTemplate(
  template: Json,
  field: string,
  bindings: Bindings,
  entry: StateEntry,
): Promise<Json> {
  if (typeof template === "string") {
    const source = expressionIn(template);
    return source === undefined ? template : requireValue(await evaluate(source, bindings), source, field, entry);
  }
  if (!hasExpression(template)) return template;
  if (Array.isArray(template)) {
    const list: Json[] = [];
    for (const [at, item] of template.entries())
      list.push(await fillTemplate(item, `${field}[${at}]`, bindings, entry));
    return list;
  }
  const filled: JsonObject = {};
  for (const [key, item] of Object.entries(template as JsonObject))
    put(filled, key, await fillTemplate(item, `${field}/${key}`, bindings, entry));
  return filled;
}

function requireValue(evaluated: Evaluated, source: string, field: string, entry: StateEntry): Json {
  if (evaluated.kind === "value") return evaluated.value;
  const subject = `The JSONata expression '${source}' specified for the field '${field}'`;
  if (evaluated.kind === "nothing") throw queryError(`${subject} returned nothing (undefined).`, field, entry);
  if (evaluated.kind === "unsupported")
    throw queryError(`${subject} returned an unsupported result type.`, field, entry);
  throw queryError(`${subject} threw an error during evaluation. ${evaluated.message}`, field, entry);
}

/** A States.QueryEvaluationError whose cause begins with AWS's phrase. */
export function queryError(text: string, field: string, entry: StateEntry): StateFailed {
  const where = `An error occurred while executing the state '${entry.stateName}' (entered at the event id #${entry.enteredEventId}).`;
  return new StateFailed({ error: "States.QueryEvaluationError", cause: `${where} ${text}` }, field);
}

const known = new WeakMap<object, boolean>();

/** Whether a template contains an expression anywhere; cached per object, since definitions are immutable. */
function hasExpression(template: Json): boolean {
  if (typeof template === "string") return expressionIn(template) !== undefined;
  if (!Array.isArray(template) && !isObject(template)) return false;
  const before = known.get(template);
  if (before !== undefined) return before;
  const found = Object.values(template).some(hasExpression);
  known.set(template, found);
  return found;
}

/** Type of a JSON value as QueryEvaluationError names it. */
export function typeName(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** The failure of a field whose value has another type than the field takes. */
export function wrongType(
  template: Json,
  field: string,
  expected: string,
  value: Json,
  entry: StateEntry,
): StateFailed {
  const source = typeof template === "string" ? expressionIn(template) : undefined;
  const subject =
    source === undefined
      ? `The value specified for the field '${field}'`
      : `The JSONata expression '${source}' specified for the field '${field}'`;
  const was = `Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
  return queryError(`${subject} returned an unexpected result type. ${was}`, field, entry);
}

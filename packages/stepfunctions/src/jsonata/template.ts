import { StateFailed } from "../lib/fault.ts";
import { isObject, type Json, type JsonObject, put } from "../lib/json.ts";
import { expressionIn } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluated, Sight } from "./evaluate-inline.ts";

/** Where in history and in which words a failed evaluation is reported. */
export interface Place {
  readonly stateName: string;
  readonly enteredEventId: number;
}

/** Gives a field of a state its value: expressions at any depth are evaluated, the rest is taken as it is.
 * @param field - path that a failure names, as in `Arguments/Payload`
 * @throws {StateFailed} States.QueryEvaluationError */
export async function fill(template: Json, field: string, sight: Sight, place: Place): Promise<Json> {
  if (typeof template === "string") {
    const source = expressionIn(template);
    return source === undefined ? template : requireValue(await evaluate(source, sight), source, field, place);
  }
  if (!hasExpression(template)) return template;
  if (Array.isArray(template)) {
    const list: Json[] = [];
    for (const [at, item] of template.entries()) list.push(await fill(item, `${field}[${at}]`, sight, place));
    return list;
  }
  const filled: JsonObject = {};
  for (const [key, item] of Object.entries(template as JsonObject))
    put(filled, key, await fill(item, `${field}/${key}`, sight, place));
  return filled;
}

function requireValue(evaluated: Evaluated, source: string, field: string, place: Place): Json {
  if (evaluated.kind === "value") return evaluated.value;
  const subject = `The JSONata expression '${source}' specified for the field '${field}'`;
  if (evaluated.kind === "nothing") throw queryError(`${subject} returned nothing (undefined).`, field, place);
  if (evaluated.kind === "unsupported")
    throw queryError(`${subject} returned an unsupported result type.`, field, place);
  throw queryError(`${subject} threw an error during evaluation. ${evaluated.message}`, field, place);
}

/** A States.QueryEvaluationError whose cause starts as AWS starts it. */
export function queryError(text: string, field: string, place: Place): StateFailed {
  const where = `An error occurred while executing the state '${place.stateName}' (entered at the event id #${place.enteredEventId}).`;
  return new StateFailed({ error: "States.QueryEvaluationError", cause: `${where} ${text}` }, field);
}

const known = new WeakMap<object, boolean>();

/** Whether a template holds an expression anywhere; remembered per object, since definitions never change. */
function hasExpression(template: Json): boolean {
  if (typeof template === "string") return expressionIn(template) !== undefined;
  if (!Array.isArray(template) && !isObject(template)) return false;
  const before = known.get(template);
  if (before !== undefined) return before;
  const found = Object.values(template).some(hasExpression);
  known.set(template, found);
  return found;
}

/** Type of a JSON value in the words of a QueryEvaluationError. */
export function typeName(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Wording for a field whose expression gave a value of another type than the field takes. */
export function wrongType(template: Json, field: string, expected: string, value: Json, place: Place): StateFailed {
  const source = typeof template === "string" ? expressionIn(template) : undefined;
  const subject =
    source === undefined
      ? `The value specified for the field '${field}'`
      : `The JSONata expression '${source}' specified for the field '${field}'`;
  const was = `Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
  return queryError(`${subject} returned an unexpected result type. ${was}`, field, place);
}

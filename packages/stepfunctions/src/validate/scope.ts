import type { StateType } from "../asl/definition.ts";
import { isObject, type Json, type JsonObject, own } from "../lib/json.ts";
import { commonFields, fieldsOf, jsonPathFields, refusedFields } from "./fields.ts";
import type { Report } from "./report.ts";
import { checkState } from "./state.ts";

/** What the scopes around a state settle for it. */
export interface Around {
  /** The query language in force where a state names none. */
  readonly language: Json | undefined;
  /** All state names met so far: they are unique in the whole state machine. */
  readonly names: Set<string>;
}

/** A state machine, a branch or an item processor: StartAt and States, every state reachable by name. */
export function checkScope(scope: JsonObject, location: string, around: Around, report: Report): void {
  const { StartAt, States } = scope;
  if (!isObject(States) || Object.keys(States).length === 0) {
    report.error(`${location}/States`, "Expected an object with at least one state");
    return;
  }
  const checkNext = (next: Json | undefined, at: string) => {
    if (typeof next !== "string") report.error(at, "Expected the name of a state");
    else if (!Object.hasOwn(States, next))
      report.error(at, `Missing 'Next' target: ${next}`, "MISSING_TRANSITION_TARGET");
  };
  checkNext(StartAt, `${location}/StartAt`);
  for (const [name, state] of Object.entries(States)) {
    const here = `${location}/States/${name}`;
    if (name.length > 80 || name === "") report.error(here, "State names have 1 to 80 characters");
    if (around.names.has(name)) report.error(here, `Duplicate state name: ${name}`, "DUPLICATE_STATE_NAME");
    around.names.add(name);
    if (isObject(state)) checkOne({ state, here, around, checkNext, report });
    else report.error(here, "Expected value of type Object");
  }
}

interface One {
  state: JsonObject;
  here: string;
  around: Around;
  checkNext: (next: Json | undefined, at: string) => void;
  report: Report;
}

function checkOne({ state, here, around, checkNext, report }: One): void {
  const language = state.QueryLanguage ?? around.language;
  if (language !== "JSONata") {
    report.error(here, jsonataOnly, "QUERY_LANGUAGE_NOT_SUPPORTED");
    return;
  }
  const type = typeof state.Type === "string" ? state.Type : "";
  const allowed = own(fieldsOf as unknown as JsonObject, type) as string[] | undefined;
  if (!allowed) {
    report.error(`${here}/Type`, `Unknown state type: ${JSON.stringify(state.Type) ?? "none"}`);
    return;
  }
  for (const field of Object.keys(state)) {
    if (allowed.includes(field) || commonFields.includes(field)) continue;
    report.error(`${here}/${field}`, whyNot(field, type));
  }
  const inner = (scope: JsonObject, at: string) => checkScope(scope, at, { ...around, language }, report);
  checkState({ type: state.Type as StateType, state, here, report, checkNext, inner });
}

const jsonataOnly =
  "This engine runs JSONata state machines only: set QueryLanguage to 'JSONata', for the whole state machine or for each state";

function whyNot(field: string, type: string): string {
  if (jsonPathFields.has(field)) return `The field '${field}' belongs to JSONPath; this engine runs JSONata only`;
  const refused = refusedFields.get(field);
  return refused === undefined
    ? `The field '${field}' is not supported in a ${type} state`
    : `The field '${field}' ${refused}`;
}

import type { StateType } from "../asl/definition.ts";
import { isObject, type Json, type JsonObject, own } from "../lib/json.ts";
import { commonFields, fieldsOf, jsonPathFields, refusedFields } from "./fields.ts";
import type { Report } from "./report.ts";
import { checkState } from "./state.ts";

/** What outer scopes determine for a state. */
export interface ScopeContext {
  /** The query language of states that name none. */
  readonly language: Json | undefined;
  /** All state names seen so far: they are unique in the whole state machine. */
  readonly names: Set<string>;
}

/** Checks a state machine, a branch or an item processor: StartAt, States, and that every target exists. */
export function checkScope(scope: JsonObject, location: string, outer: ScopeContext, report: Report): void {
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
    const stateLocation = `${location}/States/${name}`;
    if (name.length > 80 || name === "") report.error(stateLocation, "State names have 1 to 80 characters");
    if (outer.names.has(name)) report.error(stateLocation, `Duplicate state name: ${name}`, "DUPLICATE_STATE_NAME");
    outer.names.add(name);
    if (isObject(state)) checkOne({ state, location: stateLocation, outer, checkNext, report });
    else report.error(stateLocation, "Expected value of type Object");
  }
}

interface StateInScope {
  state: JsonObject;
  location: string;
  outer: ScopeContext;
  checkNext: (next: Json | undefined, at: string) => void;
  report: Report;
}

function checkOne({ state, location, outer, checkNext, report }: StateInScope): void {
  const language = state.QueryLanguage ?? outer.language;
  if (language !== "JSONata") {
    report.error(location, jsonataOnly, "QUERY_LANGUAGE_NOT_SUPPORTED");
    return;
  }
  const type = typeof state.Type === "string" ? state.Type : "";
  const allowed = own(fieldsOf as unknown as JsonObject, type) as string[] | undefined;
  if (!allowed) {
    report.error(`${location}/Type`, `Unknown state type: ${JSON.stringify(state.Type) ?? "none"}`);
    return;
  }
  for (const field of Object.keys(state)) {
    if (allowed.includes(field) || commonFields.includes(field)) continue;
    report.error(`${location}/${field}`, whyRefused(field, type));
  }
  const checkInner = (scope: JsonObject, at: string) => checkScope(scope, at, { ...outer, language }, report);
  checkState({ type: state.Type as StateType, state, location, report, checkNext, checkInner });
}

const jsonataOnly =
  "This engine runs JSONata state machines only: set QueryLanguage to 'JSONata', for the whole state machine or for each state";

function whyRefused(field: string, type: string): string {
  if (jsonPathFields.has(field)) return `The field '${field}' belongs to JSONPath; this engine runs JSONata only`;
  const refused = refusedFields.get(field);
  return refused === undefined
    ? `The field '${field}' is not supported in a ${type} state`
    : `The field '${field}' ${refused}`;
}

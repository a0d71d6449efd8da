import { fillTemplate } from "../jsonata/template.ts";
import { StateFailed } from "../lib/fault.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import { maxVariablesBytes, tooLarge } from "../lib/limits.ts";
import { Payload } from "../lib/payload.ts";
import { bindingsOf, type ExtraBindings, stateEntryOf } from "./bindings.ts";
import { clearState, succeed } from "./end-branch.ts";
import { record, untruncated } from "./history.ts";
import { type Branch, type Run, stateOf, touch } from "./run.ts";

/** The fields that decide how a state is left: the state's own, a matched Choice rule's or a Catcher's. */
export interface ExitFields {
  readonly Assign?: JsonObject;
  readonly Output?: Json;
  readonly Next?: string;
}

export interface StateExit {
  readonly exit: ExitFields;
  /** Location of evaluation failures: "" for the state itself, `Catch[0]/` for a Catcher. */
  readonly prefix?: string;
  readonly extra?: ExtraBindings;
  /** The output when there is no Output field. */
  readonly fallback: Payload;
}

/** Evaluates Assign and Output, both with the variables from before the state, and leaves the state.
 * @throws {StateFailed} when either fails or is too large; the branch is then still in the state */
export async function exitState(run: Run, branch: Branch, now: number, stateExit: StateExit): Promise<void> {
  const { exit, prefix = "", fallback, extra = {} } = stateExit;
  const bindings =
    exit.Assign === undefined && exit.Output === undefined ? undefined : bindingsOf(run, branch, now, extra);
  const assigned =
    bindings && exit.Assign !== undefined
      ? await fillTemplate(exit.Assign, `${prefix}Assign`, bindings, stateEntryOf(branch))
      : undefined;
  const output =
    bindings && exit.Output !== undefined
      ? Payload.ofValue(await fillTemplate(exit.Output, `${prefix}Output`, bindings, stateEntryOf(branch)))
      : fallback;
  requireSize(output, branch.state, "output");
  const variables = assigned === undefined ? branch.variables : assign(branch, assigned as JsonObject);
  recordExit(run, branch, now, { output, variables, assigned: assigned as JsonObject | undefined, next: exit.Next });
}

/** @throws {StateFailed} States.DataLimitExceeded */
export function requireSize(payload: Payload, state: string, what: string): void {
  if (!tooLarge(payload.text)) return;
  const cause = `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  throw new StateFailed({ error: "States.DataLimitExceeded", cause: what === "output" ? cause : `${cause} (${what})` });
}

function assign(branch: Branch, assigned: JsonObject): JsonObject {
  if (tooLarge(JSON.stringify(assigned))) throw overVariableLimit(branch, "256 KiB in one state");
  const variables = { ...branch.variables, ...assigned };
  if (Buffer.byteLength(JSON.stringify(variables)) > maxVariablesBytes)
    throw overVariableLimit(branch, "10 MiB in all");
  return variables;
}

function overVariableLimit(branch: Branch, limit: string): StateFailed {
  const cause = `The variables assigned in the state '${branch.state}' exceed the limit of ${limit}.`;
  return new StateFailed({ error: "States.DataLimitExceeded", cause });
}

interface Left {
  output: Payload;
  variables: JsonObject;
  assigned: JsonObject | undefined;
  next: string | undefined;
}

function recordExit(run: Run, branch: Branch, now: number, left: Left): void {
  const details: JsonObject = { name: branch.state, output: left.output.text, outputDetails: untruncated };
  if (left.assigned && Object.keys(left.assigned).length > 0) {
    details.assignedVariables = Object.fromEntries(
      Object.entries(left.assigned).map(([name, value]) => [name, JSON.stringify(value)]),
    );
    details.assignedVariablesDetails = untruncated;
  }
  record(run, branch, now, `${stateOf(run, branch).Type}StateExited`, details);
  branch.variables = left.variables;
  clearState(run, branch);
  touch(run, branch);
  if (left.next === undefined) succeed(run, branch, now, left.output);
  else {
    branch.state = left.next;
    branch.input = left.output;
    branch.phase = "enter";
    run.ready.push(branch.id);
  }
}

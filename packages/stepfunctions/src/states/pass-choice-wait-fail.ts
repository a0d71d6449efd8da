import { readInstant } from "../asl/instant.ts";
import { fillTemplate, queryError, wrongType } from "../jsonata/template.ts";
import { type Failure, StateFailed } from "../lib/fault.ts";
import type { Json } from "../lib/json.ts";
import { bindingsOf, stateEntryOf } from "../run/bindings.ts";
import { exitState } from "../run/exit-state.ts";
import { type Branch, type Run, stateOf, touch } from "../run/run.ts";
import { numberField } from "./number-field.ts";

type Enter = (run: Run, branch: Branch, now: number) => Promise<void>;

/** Pass and Succeed: only Assign and Output. */
export const pass: Enter = (run, branch, now) =>
  exitState(run, branch, now, { exit: stateOf(run, branch), fallback: branch.input });

export const choice: Enter = async (run, branch, now) => {
  const { Choices = [], Default, Assign, Output } = stateOf(run, branch);
  for (const [at, rule] of Choices.entries()) {
    const field = `Choices[${at}]/Condition`;
    const met = await fillTemplate(rule.Condition, field, bindingsOf(run, branch, now), stateEntryOf(branch));
    if (typeof met !== "boolean") throw wrongType(rule.Condition, field, "boolean", met, stateEntryOf(branch));
    if (met) return exitState(run, branch, now, { exit: rule, prefix: `Choices[${at}]/`, fallback: branch.input });
  }
  if (Default === undefined) throw new StateFailed(noChoice(branch));
  const exit = {
    Next: Default,
    ...(Assign === undefined ? {} : { Assign }),
    ...(Output === undefined ? {} : { Output }),
  };
  return exitState(run, branch, now, { exit, fallback: branch.input });
};

const noChoice = (branch: Branch): Failure => ({
  error: "States.NoChoiceMatched",
  cause: `An error occurred while executing the state '${branch.state}' (entered at the event id #${branch.enteredEventId}). Failed to transition out of the state. The state does not point to a next state.`,
});

export const wait: Enter = async (run, branch, now) => {
  const until = await wakeTime(run, branch, now);
  if (until <= now) return pass(run, branch, now);
  branch.phase = "timer";
  branch.wakeAt = until;
  touch(run, branch);
};

async function wakeTime(run: Run, branch: Branch, now: number): Promise<number> {
  const { Seconds, Timestamp } = stateOf(run, branch);
  const seconds = await numberField(run, branch, now, { field: "Seconds", template: Seconds, bounds: { min: 0 } });
  if (seconds !== undefined) return now + seconds * 1000;
  const field = "Timestamp";
  const entry = stateEntryOf(branch);
  const value = await fillTemplate(Timestamp ?? null, field, bindingsOf(run, branch, now), entry);
  if (typeof value !== "string") throw wrongType(Timestamp ?? null, field, "string", value, entry);
  const at = readInstant(value);
  if (at !== undefined) return at;
  const text = `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`;
  throw queryError(text, field, entry);
}

export const fail: Enter = async (run, branch, now) => {
  const state = stateOf(run, branch);
  const error = await textField(run, branch, now, "Error", state.Error);
  const cause = await textField(run, branch, now, "Cause", state.Cause);
  throw new StateFailed({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
};

async function textField(
  run: Run,
  branch: Branch,
  now: number,
  field: string,
  template: Json | undefined,
): Promise<string | undefined> {
  if (template === undefined) return undefined;
  const value = await fillTemplate(template, field, bindingsOf(run, branch, now), stateEntryOf(branch));
  if (typeof value !== "string") throw wrongType(template, field, "string", value, stateEntryOf(branch));
  return value;
}

import { isObject, type Json, type JsonObject } from "../lib/json.ts";
import { maxSeconds } from "../lib/limits.ts";
import { checkAssign, checkExpressions } from "./expressions.ts";
import type { Report } from "./report.ts";

const isIntegerOrMissing = (value: Json | undefined, min: number, max: number): boolean =>
  value === undefined || (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max);

const errorNames = new Set([
  "States.ALL",
  "States.Timeout",
  "States.HeartbeatTimeout",
  "States.TaskFailed",
  "States.Permissions",
  "States.BranchFailed",
  "States.NoChoiceMatched",
  "States.DataLimitExceeded",
  "States.Runtime",
  "States.QueryEvaluationError",
  "States.ExceedToleratedFailureThreshold",
  "States.ItemReaderFailed",
  "States.ResultWriterFailed",
  "States.Http.Socket",
]);

/** Checks ErrorEquals: a list of names; States.ALL only alone and in the last entry. */
function checkNames(entry: JsonObject, location: string, isLast: boolean, report: Report): void {
  const names = entry.ErrorEquals;
  if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === "string")) {
    report.error(`${location}/ErrorEquals`, "Expected a non-empty list of error names");
    return;
  }
  if (names.includes("States.ALL") && (names.length > 1 || !isLast)) {
    report.error(`${location}/ErrorEquals`, "States.ALL must appear alone and in the last entry");
  }
  for (const name of names as string[]) {
    if (name.startsWith("States.") && !errorNames.has(name))
      report.error(`${location}/ErrorEquals`, `Unknown error name '${name}'`);
  }
}

function entries(list: Json | undefined, location: string, report: Report): JsonObject[] {
  if (list === undefined) return [];
  if (Array.isArray(list) && list.every(isObject)) return list;
  report.error(location, "Expected a list of objects");
  return [];
}

function unknownFields(entry: JsonObject, allowed: readonly string[], location: string, report: Report): void {
  for (const field of Object.keys(entry)) {
    if (!allowed.includes(field)) report.error(`${location}/${field}`, `The field '${field}' is not supported here`);
  }
}

const retryFields = [
  "ErrorEquals",
  "IntervalSeconds",
  "MaxAttempts",
  "BackoffRate",
  "MaxDelaySeconds",
  "JitterStrategy",
  "Comment",
];

export function checkRetry(list: Json | undefined, location: string, report: Report): void {
  const rules = entries(list, location, report);
  for (const [at, rule] of rules.entries()) {
    const entryLocation = `${location}[${at}]`;
    checkNames(rule, entryLocation, at === rules.length - 1, report);
    unknownFields(rule, retryFields, entryLocation, report);
    if (!isIntegerOrMissing(rule.IntervalSeconds, 1, maxSeconds))
      report.error(`${entryLocation}/IntervalSeconds`, "Expected a positive integer");
    if (!isIntegerOrMissing(rule.MaxAttempts, 0, maxSeconds))
      report.error(`${entryLocation}/MaxAttempts`, "Expected an integer of 0 or more");
    if (!isIntegerOrMissing(rule.MaxDelaySeconds, 1, 31_622_400))
      report.error(`${entryLocation}/MaxDelaySeconds`, "Expected a positive integer");
    const { MaxDelaySeconds: longest, IntervalSeconds: interval = 1 } = rule;
    if (typeof longest === "number" && typeof interval === "number" && longest <= interval) {
      report.error(`${entryLocation}/MaxDelaySeconds`, "MaxDelaySeconds must be greater than IntervalSeconds");
    }
    const { BackoffRate: rate, JitterStrategy: jitter } = rule;
    if (rate !== undefined && (typeof rate !== "number" || rate < 1))
      report.error(`${entryLocation}/BackoffRate`, "Expected a number of 1 or more");
    if (jitter !== undefined && jitter !== "FULL" && jitter !== "NONE")
      report.error(`${entryLocation}/JitterStrategy`, "Expected FULL or NONE");
  }
}

export function checkCatch(
  list: Json | undefined,
  location: string,
  report: Report,
  checkNext: (next: Json | undefined, at: string) => void,
): void {
  const catchers = entries(list, location, report);
  for (const [at, catcher] of catchers.entries()) {
    const entryLocation = `${location}[${at}]`;
    checkNames(catcher, entryLocation, at === catchers.length - 1, report);
    unknownFields(catcher, ["ErrorEquals", "Next", "Assign", "Output", "Comment"], entryLocation, report);
    checkNext(catcher.Next, `${entryLocation}/Next`);
    if (catcher.Assign !== undefined) checkAssign(catcher.Assign, `${entryLocation}/Assign`, report);
    if (catcher.Output !== undefined) checkExpressions(catcher.Output, `${entryLocation}/Output`, report);
  }
}

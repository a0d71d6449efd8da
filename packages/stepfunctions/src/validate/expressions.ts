import { compile, expressionIn } from "../jsonata/compile.ts";
import { messageOf } from "../jsonata/evaluate-inline.ts";
import type { Json } from "../lib/json.ts";
import { isObject } from "../lib/json.ts";
import type { Report } from "./report.ts";

/** Checks that every expression at any depth is valid JSONata. */
export function checkExpressions(value: Json, location: string, report: Report): void {
  if (typeof value === "string") {
    const source = expressionIn(value);
    if (source !== undefined) checkOne(source, location, report);
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) checkExpressions(item, `${location}[${at}]`, report);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) checkExpressions(item, `${location}/${key}`, report);
  }
}

function checkOne(source: string, location: string, report: Report): void {
  if (source === "") {
    report.error(location, "The expression is empty");
    return;
  }
  try {
    compile(source);
  } catch (error) {
    report.error(location, `The JSONata expression '${source}' is invalid. ${messageOf(error)}`);
  }
}

const variableName = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

/** Checks Assign: an object whose keys are identifiers; `$states` is reserved. */
export function checkAssign(assign: Json, location: string, report: Report): void {
  if (!isObject(assign)) {
    report.error(location, "Expected value of type Object");
    return;
  }
  for (const name of Object.keys(assign)) {
    if (name === "states") report.error(`${location}/${name}`, "'states' is a reserved variable name");
    else if (!variableName.test(name) || name === "__proto__") {
      report.error(`${location}/${name}`, `'${name}' is not a valid variable name`);
    }
  }
  checkExpressions(assign, location, report);
}

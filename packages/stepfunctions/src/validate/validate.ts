import type { Definition } from "../asl/definition.ts";
import { depthOf, isObject, type Json } from "../lib/json.ts";
import { maxDefinitionBytes, maxDepth, maxSeconds } from "../lib/limits.ts";
import { type Diagnostic, openReport } from "./report.ts";
import { checkScope } from "./scope.ts";

export type Validated = { definition: Definition } | { diagnostics: Diagnostic[] };

const topFields = ["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

/** Parses a definition, or returns everything that keeps this engine from running it. */
export function validate(text: string): Validated {
  const report = openReport();
  const value = read(text);
  if (typeof value === "string") {
    report.error("/", value, "INVALID_JSON_DESCRIPTION");
    return { diagnostics: report.found };
  }
  const { parsed } = value;
  if (!isObject(parsed)) report.error("/", "Expected value of type Object");
  else {
    for (const field of Object.keys(parsed))
      if (!topFields.includes(field)) report.error(`/${field}`, `The field '${field}' is not supported`);
    const { TimeoutSeconds: timeout } = parsed;
    if (
      timeout !== undefined &&
      !(Number.isInteger(timeout) && Number(timeout) >= 1 && Number(timeout) <= maxSeconds)
    ) {
      report.error("/TimeoutSeconds", "Expected a positive integer");
    }
    checkScope(parsed, "", { language: parsed.QueryLanguage, names: new Set() }, report);
  }
  return report.found.length > 0 ? { diagnostics: report.found } : { definition: parsed as unknown as Definition };
}

function read(text: string): { parsed: Json } | string {
  if (Buffer.byteLength(text) > maxDefinitionBytes) return `The definition is larger than ${maxDefinitionBytes} bytes`;
  if (depthOf(text) > maxDepth) return `The definition is nested more than ${maxDepth} deep`;
  try {
    return { parsed: JSON.parse(text) as Json };
  } catch (error) {
    return `Invalid JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

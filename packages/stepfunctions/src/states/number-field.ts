import { fillTemplate, queryError, wrongType } from "../jsonata/template.ts";
import type { Json } from "../lib/json.ts";
import { maxSeconds } from "../lib/limits.ts";
import { bindingsOf, stateEntryOf } from "../run/bindings.ts";
import type { Branch, Run } from "../run/run.ts";

interface Bounds {
  readonly min: number;
  readonly max?: number;
  readonly whole?: boolean;
}

/** The value of a numeric field, a literal or an expression; undefined when the field is missing.
 * @throws {StateFailed} States.QueryEvaluationError when it is not a number within the bounds */
export async function numberField(
  run: Run,
  branch: Branch,
  now: number,
  { field, template, bounds }: { field: string; template: Json | undefined; bounds: Bounds },
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const entry = stateEntryOf(branch);
  const value = await fillTemplate(template, field, bindingsOf(run, branch, now), entry);
  if (typeof value !== "number") throw wrongType(template, field, "number", value, entry);
  const { min, max = maxSeconds, whole = true } = bounds;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  const what = whole ? "an integer" : "a number";
  throw queryError(`The ${field} field must be ${what} from ${min} to ${max}, but was ${value}.`, field, entry);
}

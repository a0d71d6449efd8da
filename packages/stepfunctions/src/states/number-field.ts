import { fill, queryError, wrongType } from "../jsonata/template.ts";
import type { Json } from "../lib/json.ts";
import { maxSeconds } from "../lib/limits.ts";
import { placeOf, sightOf } from "../run/bindings.ts";
import type { Branch, Run } from "../run/run.ts";

interface Bounds {
  readonly min: number;
  readonly max?: number;
  readonly whole?: boolean;
}

/** The number that a field of a state gives, a literal or an expression; undefined when the field is left out.
 * @throws {StateFailed} States.QueryEvaluationError when it is no number within the bounds */
export async function numberField(
  run: Run,
  branch: Branch,
  now: number,
  { field, template, bounds }: { field: string; template: Json | undefined; bounds: Bounds },
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const place = placeOf(branch);
  const value = await fill(template, field, sightOf(run, branch, now), place);
  if (typeof value !== "number") throw wrongType(template, field, "number", value, place);
  const { min, max = maxSeconds, whole = true } = bounds;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  const what = whole ? "an integer" : "a number";
  throw queryError(`The ${field} field must be ${what} from ${min} to ${max}, but was ${value}.`, field, place);
}

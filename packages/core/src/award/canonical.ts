/** What the canonical form can hold: no fractions, nothing undefined. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * The one text of a value: JSON without spaces, keys in the order of their characters, numbers whole.
 *
 * Python's `json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)` writes the same for
 * keys in ASCII.
 * @throws RangeError for a number that is not a safe integer, TypeError for what JSON cannot hold
 * @source docs/awards.md, canonical form 1
 */
export function canonicalText(value: Plain): string {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    return String(value);
  }
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`${typeof value} has no canonical form`);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] as Plain)}`);
  return `{${fields.join(",")}}`;
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

const ID = /\b([a-z]{3,4})_[0-9a-z]{26}\b/g;

/** Replaces ids that do not occur in `exported` by `<prefix>_new`: they are drawn at random in each run. */
export function masking(exported: string): (text: string) => string {
  const known = new Set(exported.match(ID));
  return (text) => text.replace(ID, (id, prefix: string) => (known.has(id) ? id : `${prefix}_new`));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/**
 * The first place where a value differs from what it was; undefined when there is none.
 *
 * Additional fields of objects are no difference: fields are only added.
 */
export function difference(before: unknown, now: unknown, path = ""): string | undefined {
  if (!isObject(before) || !isObject(now))
    return before === now ? undefined : `${path}: ${JSON.stringify(before)} → ${JSON.stringify(now)}`;
  if (Array.isArray(before) && Array.isArray(now) && before.length !== now.length)
    return `${path}: ${before.length} items → ${now.length}`;
  for (const [name, value] of Object.entries(before)) {
    const found = difference(value, now[name], `${path}/${name}`);
    if (found) return found;
  }
  return undefined;
}

/** A value with the keys of its objects and the members of its sets in order; sets become lists. */
export function sorted(value: unknown): unknown {
  if (value instanceof Set) return [...value].sort();
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

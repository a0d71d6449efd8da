const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/**
 * The fields of an input that its schema does not have, as paths.
 *
 * @param parsed - what the schema made of the input: it leaves out what it does not know
 */
export function unknownFields(input: unknown, parsed: unknown, path: readonly string[] = []): string[][] {
  if (!isObject(input) || !isObject(parsed)) return [];
  return Object.entries(input).flatMap(([key, value]) =>
    Object.hasOwn(parsed, key) ? unknownFields(value, parsed[key], [...path, key]) : [[...path, key]],
  );
}

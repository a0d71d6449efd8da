/** The names in a text's `{{holes}}`. */
export type Holes<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Holes<Rest>
  : never;

/** The names in a text's `{{holes}}`, in order, each once. */
export const holesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? [])),
];

/**
 * Fills the holes of a text in one pass: what is filled in is never read as a hole again.
 *
 * @throws RangeError when a hole has no value: that is a bug of the caller, not something to show
 */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`The text has no value for {{${name}}}.`);
    return String(value);
  });

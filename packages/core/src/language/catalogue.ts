/** The languages of everything people read. zh-CN is written first, en is complete. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of one noun: the same keys in each language, dotted and beginning with the noun. */
export interface Catalogue<Key extends string = string> {
  "zh-CN": Readonly<Record<Key, string>>;
  en: Readonly<Record<Key, string>>;
}

/**
 * Words of one noun as plain data, which console, messages, pages and documents share.
 *
 * The compiler refuses an English catalogue with a key too few or too many, and remembers the Chinese texts, whose
 * `{{name}}` are what `text` then asks for. The form of the holes is i18next's, so a client may load the same data.
 */
export const catalogue = <const Chinese extends Record<string, string>>(words: {
  "zh-CN": Chinese;
  en: { readonly [Key in keyof Chinese]: string };
}) => words;

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

/** Says the texts of one catalogue, for pages whose texts nobody else has: `sayingOf(texts)("en")("title")`. */
export const sayingOf =
  <Chinese extends Record<string, string>>(texts: {
    "zh-CN": Chinese;
    en: { readonly [Key in keyof Chinese]: string };
  }) =>
  (language: Language) =>
  <Key extends keyof Chinese & string>(
    key: Key,
    ...[values]: [Holes<Chinese[Key]>] extends [never] ? [] : [Record<Holes<Chinese[Key]>, string>]
  ): string =>
    fill(texts[language][key] as string, values ?? {});

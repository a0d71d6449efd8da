import { fill, type Holes } from "../lib/holes.ts";

export { fill, type Holes, holesOf } from "../lib/holes.ts";

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

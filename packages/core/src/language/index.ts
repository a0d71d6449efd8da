import type { InBoth } from "../lib/error.ts";
import { type Merged, type ValueOf, valuesOf } from "../noun-vocabulary.ts";
import * as nouns from "../vocabulary.ts";
import { fill, type Holes, type Language } from "./catalogue.ts";

export { type Catalogue, catalogue, fill, type Holes, holesOf, LANGUAGES, type Language } from "./catalogue.ts";
export * from "./when.ts";

type Words = ValueOf<typeof nouns, "words">[number];

/** Every noun's words; a key stands in one of them only. */
export const CATALOGUES: readonly Words[] = valuesOf(nouns, "words").flat();

type Chinese = Merged<Words["zh-CN"]>;

/** A key of the catalogues, such as `activity.status.recruiting`. */
export type Key = keyof Chinese;

/** The text of a key, as the compiler knows it. */
type TextOf<K extends Key> = Extract<Chinese[K], string>;

const merged = (language: Language) =>
  Object.assign({}, ...CATALOGUES.map((words) => words[language])) as Readonly<Record<Key, string>>;

/** All words of the domain by language: plain data, in the form that i18next reads. */
export const WORDS: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
  "zh-CN": merged("zh-CN"),
  en: merged("en"),
};

/** What a text asks for: a value for each of its holes. */
export type Values<K extends Key> = Record<Holes<TextOf<K>>, string | number>;

/**
 * Says something in a language.
 *
 * Ours rather than i18next's: a missing value is a compile error, nothing is escaped for HTML behind a message's back,
 * and core needs no library. Plurals are worded so that no noun depends on a number.
 * @throws RangeError when a value is missing all the same
 */
export const text = <K extends Key>(
  language: Language,
  key: K,
  ...[values]: [Holes<TextOf<K>>] extends [never] ? [] : [Values<K>]
): string => fill(WORDS[language][key], values ?? {});

/** A word of the catalogues in each language, for what is put into words later. */
export const inBoth = (key: KeyWithoutHoles): InBoth => ({ "zh-CN": WORDS["zh-CN"][key], en: WORDS.en[key] });

type KeyWithoutHoles = { [K in Key]: [Holes<TextOf<K>>] extends [never] ? K : never }[Key];

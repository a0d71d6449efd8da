import type * as z from "zod";
import type { Catalogue } from "./language/catalogue.ts";
import type { EffectFields } from "./outbox/effect-fields.ts";
import type { Rule } from "./permission/role.ts";

/** How much harm a record can do in the wrong hands: 0 public, 1 internal to the company, 2 personal, 3 sensitive. */
export type PrivacyClass = 0 | 1 | 2 | 3;

/** The names and data by which the rest of the code knows a noun; its `<noun>.vocabulary.ts` holds nothing else. */
export interface NounVocabulary {
  /** Of the most delicate record that the noun keeps. */
  privacyClass: PrivacyClass;
  /** Action → who may. Roles are checked against their scope. */
  actions?: Readonly<Record<string, readonly Rule[]>>;
  /** Texts; a key `message.<template>.subject` makes a template of messages. */
  words?: readonly Catalogue[];
  /**
   * Kind of effect → fields beside its id, due instant and kind.
   *
   * A function, so that texts and permissions can be loaded without zod: a web page does.
   */
  effects?: (fields: EffectFields) => Readonly<Record<string, Readonly<Record<string, z.core.$ZodType>>>>;
  /** Kinds of files that it imports. */
  imports?: readonly string[];
}

type Field = keyof NounVocabulary;

/** The values of one field in a list of nouns, as a union; nouns without it add nothing. */
export type ValueOf<Nouns, Name extends Field> = Nouns[keyof Nouns] extends infer Noun
  ? Noun extends Readonly<Record<Name, infer Value>>
    ? Value
    : never
  : never;

/** The values of one field in a list of nouns. */
export const valuesOf = <const Nouns extends Readonly<Record<string, NounVocabulary>>, Name extends Field>(
  nouns: Nouns,
  name: Name,
) =>
  Object.values(nouns)
    .map((noun) => noun[name])
    .filter((value) => value !== undefined) as ValueOf<Nouns, Name>[];

type Entry<Part> = Part extends unknown ? { [Key in keyof Part]: [Key, Part[Key]] }[keyof Part] : never;

/** One type with the keys of all members of a union: an intersection of so many has the compiler do a fifth more work. */
export type Merged<Union> = { readonly [Each in Entry<Union> as Each[0]]: Each[1] };

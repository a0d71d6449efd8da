import { activityWords } from "./activity.ts";
import { announcementWords } from "./announcement.ts";
import { archiveWords } from "./archive.ts";
import { awardWords } from "./award.ts";
import { fill, type Holes, type Language } from "./catalogue.ts";
import { certificateWords } from "./certificate.ts";
import { memberWords } from "./member.ts";
import { afterwardsMessages } from "./message-afterwards.ts";
import { recruitmentMessages } from "./message-recruitment.ts";
import { serviceMessages } from "./message-service.ts";
import { workMessages } from "./message-work.ts";
import { participationWords } from "./participation.ts";
import { participationFaults } from "./participation-fault.ts";
import { pointWords } from "./points.ts";
import { rosterWords } from "./roster.ts";
import { surveyWords } from "./survey.ts";

export { type Catalogue, catalogue, fill, type Holes, holesOf, LANGUAGES, type Language } from "./catalogue.ts";
export * from "./when.ts";

/** Every noun's words; a key stands in one of them only. */
export const CATALOGUES = [
  activityWords,
  announcementWords,
  archiveWords,
  awardWords,
  certificateWords,
  memberWords,
  participationWords,
  participationFaults,
  pointWords,
  recruitmentMessages,
  workMessages,
  serviceMessages,
  afterwardsMessages,
  rosterWords,
  surveyWords,
] as const;

type All<Union> = (Union extends unknown ? (member: Union) => void : never) extends (member: infer Both) => void
  ? Both
  : never;
type Chinese = All<(typeof CATALOGUES)[number]["zh-CN"]>;

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

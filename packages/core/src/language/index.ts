import { activityWords } from "./activity.ts";
import { announcementWords } from "./announcement.ts";
import { fill, type Holes, type Language } from "./catalogue.ts";
import { memberWords } from "./member.ts";
import { afterwardsMessages } from "./message-afterwards.ts";
import { recruitmentMessages } from "./message-recruitment.ts";
import { serviceMessages } from "./message-service.ts";
import { workMessages } from "./message-work.ts";
import { participationWords } from "./participation.ts";

export { type Catalogue, catalogue, fill, type Holes, holesOf, LANGUAGES, type Language } from "./catalogue.ts";
export * from "./when.ts";

/** All words of the domain by language: plain data, in the form that i18next reads. */
export const WORDS = {
  "zh-CN": {
    ...activityWords["zh-CN"],
    ...announcementWords["zh-CN"],
    ...memberWords["zh-CN"],
    ...participationWords["zh-CN"],
    ...recruitmentMessages["zh-CN"],
    ...workMessages["zh-CN"],
    ...serviceMessages["zh-CN"],
    ...afterwardsMessages["zh-CN"],
  },
  en: {
    ...activityWords.en,
    ...announcementWords.en,
    ...memberWords.en,
    ...participationWords.en,
    ...recruitmentMessages.en,
    ...workMessages.en,
    ...serviceMessages.en,
    ...afterwardsMessages.en,
  },
} as const;

type Chinese = (typeof WORDS)["zh-CN"];

/** A key of the catalogue, such as `activity.status.recruiting`. */
export type Key = keyof Chinese;

/** What a text asks for: a value for each of its holes. */
export type Values<K extends Key> = Record<Holes<Chinese[K]>, string | number>;

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
  ...[values]: [Holes<Chinese[K]>] extends [never] ? [] : [Values<K>]
): string => fill(WORDS[language][key], values ?? {});

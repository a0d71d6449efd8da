import type { NounVocabulary } from "../noun-vocabulary.ts";
import { calendarWords } from "./calendar.words.ts";

/** Personal: where and when somebody serves or works. */
export const calendarVocabulary = {
  privacyClass: 2,
  actions: {
    "calendar.own": ["own"],
  },
  words: [calendarWords],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { workcalendarMessages } from "./workcalendar.messages.ts";

/** Public: when the country works. */
export const workcalendarVocabulary = {
  privacyClass: 0,
  actions: {
    "workcalendar.read": ["anybody"],
    "workcalendar.write": ["administrator", "alliance"],
  },
  words: [workcalendarMessages],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { deedMessages } from "./deed.messages.ts";

/** Internal: everybody in the company may read deeds; none names whom it was done for. */
export const deedVocabulary = {
  privacyClass: 1,
  actions: {
    "deed.write": ["alliance", "organizer", "branchSecretary"],
    "deed.report": ["anybody"],
    "deed.read": ["anybody"],
  },
  words: [deedMessages],
} as const satisfies NounVocabulary;

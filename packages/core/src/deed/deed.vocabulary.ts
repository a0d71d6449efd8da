import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Internal: everybody in the company may read deeds; none names whom it was done for. */
export const deedVocabulary = {
  privacyClass: 1,
  actions: {
    "deed.write": ["alliance", "organizer", "branchSecretary"],
    "deed.report": ["anybody"],
    "deed.read": ["anybody"],
  },
} as const satisfies NounVocabulary;

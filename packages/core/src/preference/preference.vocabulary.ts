import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Internal: by which channel somebody likes to be told. */
export const preferenceVocabulary = {
  privacyClass: 1,
  actions: {
    "preference.own": ["own"],
  },
} as const satisfies NounVocabulary;

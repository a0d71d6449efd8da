import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Personal: which programs act for somebody. */
export const tokenVocabulary = {
  privacyClass: 2,
  actions: {
    "token.own": ["own"],
  },
} as const satisfies NounVocabulary;

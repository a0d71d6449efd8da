import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Personal: it finds people by name. Nothing of it is stored. */
export const searchVocabulary = {
  privacyClass: 2,
  actions: {
    /** Activities and units; people only as far as `member.read` goes. */
    "search.read": ["anybody"],
  },
} as const satisfies NounVocabulary;

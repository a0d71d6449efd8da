import type { NounVocabulary } from "../noun-vocabulary.ts";
import { helperMessages } from "./helper.messages.ts";
import { helperWords } from "./helper.words.ts";

/** Personal: who was named by their lead. */
export const helperVocabulary = {
  privacyClass: 2,
  actions: {
    "helper.read": ["alliance", "auditor", "teamLead", "own"],
    "helper.answer": ["alliance", "teamLead"],
  },
  words: [helperWords, helperMessages],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { rosterWords } from "./roster.words.ts";

/** Personal: files with everybody's contact and career. */
export const rosterVocabulary = {
  privacyClass: 2,
  actions: {
    "roster.import": ["administrator"],
  },
  words: [rosterWords],
  imports: ["roster"],
} as const satisfies NounVocabulary;

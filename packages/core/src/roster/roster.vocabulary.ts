import type { NounVocabulary } from "../noun-vocabulary.ts";
import { massLossWords } from "./mass-loss.words.ts";
import { rosterWords } from "./roster.words.ts";

/** Personal: files with everybody's contact and career. */
export const rosterVocabulary = {
  privacyClass: 2,
  actions: {
    "roster.import": ["administrator"],
  },
  words: [rosterWords, massLossWords],
  imports: ["roster"],
} as const satisfies NounVocabulary;

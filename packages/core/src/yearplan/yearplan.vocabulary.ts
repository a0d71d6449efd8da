import type { NounVocabulary } from "../noun-vocabulary.ts";
import { yearplanWords } from "./yearplan.words.ts";

/** Internal: which team has classes when, not who attends them. */
export const yearplanVocabulary = {
  privacyClass: 1,
  actions: {
    "yearplan.read": ["anybody"],
    "yearplan.set": ["alliance"],
  },
  words: [yearplanWords],
} as const satisfies NounVocabulary;

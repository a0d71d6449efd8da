import type { NounVocabulary } from "../noun-vocabulary.ts";
import { performanceWords } from "./performance.words.ts";

/** Personal: what somebody attained at work. Comparisons show groups only. */
export const performanceVocabulary = {
  privacyClass: 2,
  actions: {
    "performance.import": ["administrator", "alliance"],
    "performance.compare": ["alliance", "committee", "auditor"],
  },
  words: [performanceWords],
  imports: ["performance"],
} as const satisfies NounVocabulary;

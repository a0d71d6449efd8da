import type { NounVocabulary } from "../noun-vocabulary.ts";
import { courseWords } from "./course.words.ts";

/** Internal: what is taught, not who was taught. */
export const courseVocabulary = {
  privacyClass: 1,
  actions: {
    "course.write": ["alliance", "teamLead"],
    "course.read": ["anybody"],
  },
  words: [courseWords],
} as const satisfies NounVocabulary;

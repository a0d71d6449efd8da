import type { NounVocabulary } from "../noun-vocabulary.ts";
import { todoWords } from "./todo.words.ts";

/** Personal: what is asked of one person, in words that name others. Nothing of it is stored. */
export const todoVocabulary = {
  privacyClass: 2,
  words: [todoWords],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { resultMessages } from "./result.messages.ts";
import { resultWords } from "./result.words.ts";

/** Personal: how somebody did. Colleagues do not read it, nor heads by this way. */
export const resultVocabulary = {
  privacyClass: 2,
  actions: {
    /** `own`: the class's trainer. */
    "result.give": ["alliance", "own"],
  },
  words: [resultWords, resultMessages],
  effects: ({ string }) => ({
    /** Somebody's certificates for a skill changed: their skills follow. `instead`: the last day that one taken back gave, or nothing. */
    "result.certify": { classId: string(), memberId: string(), skill: string(), instead: string() },
  }),
} as const satisfies NounVocabulary;

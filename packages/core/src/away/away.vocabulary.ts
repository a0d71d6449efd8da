import type { NounVocabulary } from "../noun-vocabulary.ts";
import { awayMessages } from "./away.messages.ts";

/** Sensitive: a note may tell of an illness. */
export const awayVocabulary = {
  privacyClass: 3,
  actions: {
    "away.say": ["own"],
    /** Writing down what somebody without a phone said. */
    "away.enter": ["branchSecretary", "alliance"],
    "away.read": ["alliance", "branchSecretary", "own"],
    "away.decide": ["branchSecretary", "alliance"],
  },
  words: [awayMessages],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { coverMessages } from "./cover.messages.ts";
import { coverWords } from "./cover.words.ts";

/** Personal: who covers for whom, at which hours. */
export const coverVocabulary = {
  privacyClass: 2,
  actions: {
    "cover.read": ["alliance", "branchSecretary", "auditor", "own"],
    "cover.answer": ["own"],
    "cover.confirm": ["own", "alliance"],
    "cover.assign": ["alliance", "branchSecretary"],
  },
  words: [coverWords, coverMessages],
  effects: ({ string }) => ({
    "cover.round": { activityId: string() },
  }),
} as const satisfies NounVocabulary;

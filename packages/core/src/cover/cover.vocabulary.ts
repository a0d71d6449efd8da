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
    /** Puts down who agreed, phones those who could, and puts in what a coverer said by telephone; own: the post's head and the organizer. */
    "cover.assign": ["alliance", "branchSecretary", "own"],
  },
  words: [coverWords, coverMessages],
  effects: ({ string }) => ({
    "cover.round": { activityId: string() },
  }),
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { growthMessages } from "./growth.messages.ts";
import { growthWords } from "./growth.words.ts";

/** Personal: how far somebody is. Others than they and their trainers see groups of five or more only. */
export const growthVocabulary = {
  privacyClass: 2,
  actions: {
    "growth.write": ["alliance"],
    /** `own`: its trainers. */
    "growth.read": ["alliance", "committee", "auditor", "own"],
    /** Themselves, or as a trainer of the programme. */
    "growth.rate": ["own"],
    /** `own`: who led the activity. */
    "growth.mark": ["alliance", "own"],
  },
  words: [growthWords, growthMessages],
  effects: ({ oneOf, string }) => ({
    /** Asks a programme's people and trainers how far everybody is, if it still has this day. */
    "growth.ask": { programmeId: string(), phase: oneOf(["before", "after"]), day: string() },
  }),
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { participationFaults } from "./fault.words.ts";
import { participationMessages } from "./participation.messages.ts";
import { participationWords } from "./participation.words.ts";
import { participationWarnings } from "./warning.words.ts";

/** Personal: who signed up, who waits, who has not answered. */
export const participationVocabulary = {
  privacyClass: 2,
  actions: {
    "people.read": ["alliance", "branchSecretary", "teamLead", "auditor", "organizer", "own"],
    "participation.own": ["own"],
    /** Writing down what somebody without a phone said: the activity's organizer, or the secretary of the person's branch. */
    "participation.enter": ["alliance", "branchSecretary", "own"],
  },
  effects: ({ string }) => ({
    /** An offer of a place ends: unless it was answered, the next in line is asked. */
    "participation.offerEnds": {
      activityId: string(),
      memberId: string(),
      sessionId: string(),
      expiresAt: string(),
    },
  }),
  words: [participationWords, participationMessages, participationFaults, participationWarnings],
} as const satisfies NounVocabulary;

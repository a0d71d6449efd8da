import type { NounVocabulary } from "../noun-vocabulary.ts";
import { participationFaults } from "./fault.words.ts";
import { participationMessages } from "./participation.messages.ts";
import { participationWords } from "./participation.words.ts";

/** Personal: who signed up, who waits, who has not answered. */
export const participationVocabulary = {
  privacyClass: 2,
  actions: {
    "people.read": ["alliance", "branchSecretary", "teamLead", "auditor", "organizer", "own"],
    "participation.own": ["own"],
  },
  words: [participationWords, participationMessages, participationFaults],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { praiseMessages } from "./praise.messages.ts";

/** Personal: it may name the one whom it praises. What a team or an activity received, everybody may read. */
export const praiseVocabulary = {
  privacyClass: 2,
  actions: {
    "praise.write": ["alliance", "organizer", "branchSecretary"],
    "praise.read": ["anybody"],
    "praise.readMember": ["alliance", "committee", "organizer", "branchSecretary", "auditor", "own"],
  },
  words: [praiseMessages],
} as const satisfies NounVocabulary;

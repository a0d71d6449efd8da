import type { NounVocabulary } from "../noun-vocabulary.ts";
import { cannotWords } from "./cannot.words.ts";
import { leaveMessages } from "./leave.messages.ts";
import { leaveWords } from "./leave.words.ts";

/** Sensitive: a reason may be an illness, with its evidence: data on health. */
export const leaveVocabulary = {
  privacyClass: 3,
  actions: {
    "leave.read": ["alliance", "branchSecretary", "auditor", "own"],
    /** The photos that prove it: for whoever decides, and the member. */
    "leave.readProof": ["alliance", "branchSecretary", "own"],
    "leave.request": ["own"],
    "leave.decide": ["branchSecretary", "alliance"],
    "leave.decideEscalated": ["alliance"],
  },
  words: [leaveWords, leaveMessages, cannotWords],
} as const satisfies NounVocabulary;

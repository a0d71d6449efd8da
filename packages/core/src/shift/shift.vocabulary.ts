import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Personal: when a person is at work. */
export const shiftVocabulary = {
  privacyClass: 2,
  actions: {
    "shift.read": ["administrator", "alliance", "branchSecretary", "auditor", "own"],
  },
  imports: ["shifts"],
} as const satisfies NounVocabulary;

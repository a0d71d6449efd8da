import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Personal: what each person did, in which role and why. */
export const auditVocabulary = {
  privacyClass: 2,
  actions: {
    "audit.read": ["alliance", "auditor", "own"],
  },
} as const satisfies NounVocabulary;

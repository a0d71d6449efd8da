import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Internal: the company's own rules of training. */
export const policyVocabulary = {
  privacyClass: 1,
  actions: {
    "policy.issue": ["alliance", "committee"],
    "policy.read": ["anybody"],
  },
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Internal: units, skills and settings; heads are known by their office. */
export const organizationVocabulary = {
  privacyClass: 1,
  actions: {
    "organization.read": ["anybody"],
    "organization.change": ["administrator"],
  },
} as const satisfies NounVocabulary;

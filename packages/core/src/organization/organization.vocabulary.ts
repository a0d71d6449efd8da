import type { NounVocabulary } from "../noun-vocabulary.ts";
import { organizationWords } from "./organization.words.ts";

/** Internal: units, skills and settings; heads are known by their office. */
export const organizationVocabulary = {
  privacyClass: 1,
  actions: {
    "organization.read": ["anybody"],
    "organization.change": ["administrator"],
  },
  words: [organizationWords],
} as const satisfies NounVocabulary;

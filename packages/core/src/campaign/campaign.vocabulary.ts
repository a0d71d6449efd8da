import type { NounVocabulary } from "../noun-vocabulary.ts";

/** Internal: a campaign names nobody. */
export const campaignVocabulary = {
  privacyClass: 1,
  actions: {
    "campaign.write": ["alliance", "organizer"],
    "campaign.read": ["anybody"],
  },
} as const satisfies NounVocabulary;

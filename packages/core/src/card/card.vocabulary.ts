import type { NounVocabulary } from "../noun-vocabulary.ts";
import { cardWords } from "./card.words.ts";

/** Personal: what one person was asked in an office app, and what they answered. */
export const cardVocabulary = {
  privacyClass: 2,
  words: [cardWords],
  effects: ({ string }) => ({
    /** A question moved: its cards show the outcome, where there is one. */
    "card.turn": { activityId: string(), subjectId: string() },
    /** A card is looked at until its question is answered, or its time is over. */
    "card.follow": { cardId: string() },
  }),
} as const satisfies NounVocabulary;

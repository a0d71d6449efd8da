import type { NounVocabulary } from "../noun-vocabulary.ts";
import { seriesMessages } from "./series.messages.ts";

/** Internal: a series says what its activities will say, and no more. */
export const seriesVocabulary = {
  privacyClass: 1,
  actions: {
    "series.read": ["anybody"],
    "series.run": ["alliance", "own"],
    "template.add": ["alliance", "organizer", "teamLead"],
    "template.change": ["alliance", "own"],
    "template.read": ["anybody"],
  },
  words: [seriesMessages],
} as const satisfies NounVocabulary;

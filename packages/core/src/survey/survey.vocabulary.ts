import type { NounVocabulary } from "../noun-vocabulary.ts";
import { surveyMessages } from "./survey.messages.ts";
import { surveyWords } from "./survey.words.ts";

/** Personal: how served clients are reached; answers are kept apart from that. */
export const surveyVocabulary = {
  privacyClass: 2,
  actions: {
    "survey.run": ["alliance", "customerService", "own"],
    "survey.answerByPhone": ["customerService"],
    "survey.typePaper": ["alliance", "customerService"],
    "survey.read": ["alliance", "customerService", "committee", "auditor", "own"],
    "happiness.answer": ["own"],
  },
  words: [surveyWords, surveyMessages],
  effects: ({ int, string }) => ({
    "survey.send": { activityId: string(), issue: int().positive() },
  }),
} as const satisfies NounVocabulary;

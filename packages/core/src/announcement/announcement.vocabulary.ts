import type { NounVocabulary } from "../noun-vocabulary.ts";
import { announcementWords } from "./announcement.words.ts";

/** Internal: a notice is written for everybody in the company. */
export const announcementVocabulary = {
  privacyClass: 1,
  actions: {
    "announcement.read": ["anybody"],
  },
  words: [announcementWords],
  effects: ({ string }) => ({
    "announcement.publish": { activityId: string(), announcementId: string() },
  }),
} as const satisfies NounVocabulary;

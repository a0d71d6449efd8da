import type { NounVocabulary } from "../noun-vocabulary.ts";
import { messageWords } from "./message.words.ts";

/** Personal: what one person was told, in words that name others. */
export const messageVocabulary = {
  privacyClass: 2,
  actions: {
    "message.read": ["own"],
  },
  words: [messageWords],
  effects: ({ Audience, Only, record, string }) => ({
    "message.send": {
      template: string(),
      params: record(string(), string()),
      to: Audience,
      activityId: string().optional(),
      only: Only.optional(),
      /** The page that it leads to, where that does not follow from template and activity. */
      page: string().optional(),
      /** The effect whose messages these are, when it goes on to others while these wait for a channel. */
      of: string().optional(),
    },
  }),
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { channelWords } from "./channel.words.ts";
import { messageWords } from "./message.words.ts";

/** Personal: what one person was told, in words that name others. */
export const messageVocabulary = {
  privacyClass: 2,
  actions: {
    "message.read": ["own"],
    /** What others were told, as its subject and what became of it; of an activity also its organizer. */
    "message.readAll": ["administrator", "alliance", "own"],
    /** Other words for a kind of message. */
    "message.reword": ["administrator", "alliance"],
    /** A channel's own word of what reached whom. */
    "message.receive": ["administrator"],
    "message.retry": ["administrator", "alliance", "own"],
  },
  words: [messageWords, channelWords],
  effects: ({ Audience, Only, int, oneOf, record, string }) => ({
    /** A message to whoever tries a channel out. */
    "channel.test": { channel: string(), memberId: string() },
    /** A recorded message goes out once more, in the words that it has. */
    "message.resend": { memberId: string(), messageId: string(), tries: int() },
    /** A request that its reader has not opened; `rung` says how it is told next. */
    "message.remind": { memberId: string(), messageId: string(), rung: int() },
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
      /** Its kind, where whoever tells it knows better than the template: a drop-out of today is urgent. */
      as: oneOf(["ask", "urgent", "tell", "digest"]).optional(),
      /** The channel that it goes by last, since it says that this one is down. */
      avoid: string().optional(),
    },
    /** What a person's messages of a day say that had to wait, in one. */
    "message.digest": { memberId: string(), day: string() },
  }),
} as const satisfies NounVocabulary;

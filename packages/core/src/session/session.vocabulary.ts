import type { NounVocabulary } from "../noun-vocabulary.ts";
import { sessionMessages } from "./session.messages.ts";

/** Personal: on which devices somebody is signed in, and when they last used them. */
export const sessionVocabulary = {
  privacyClass: 2,
  actions: {
    "session.own": ["own"],
    "session.revoke": ["administrator"],
  },
  words: [sessionMessages],
  effects: ({ string, int, oneOf }) => ({
    /** The code itself follows from these and a secret. */
    "session.sendCode": { memberId: string(), number: int().positive(), language: oneOf(["zh-CN", "en"]) },
  }),
} as const satisfies NounVocabulary;

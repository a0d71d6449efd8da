import type { NounVocabulary } from "../noun-vocabulary.ts";
import { identityMessages } from "./identity.messages.ts";
import { identityWords } from "./identity.words.ts";

/** Personal: by which accounts somebody signs in. */
export const identityVocabulary = {
  privacyClass: 2,
  actions: {
    "identity.read": ["administrator", "own"],
    "identity.decide": ["administrator"],
    "identity.unbind": ["administrator", "own"],
  },
  words: [identityWords, identityMessages],
  effects: ({ string }) => ({
    /** A one-time code is to be sent; it is derived from the challenge when it is. */
    "identity.sendCode": { challengeId: string() },
  }),
} as const satisfies NounVocabulary;

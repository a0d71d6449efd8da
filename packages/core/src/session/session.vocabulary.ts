import type { NounVocabulary } from "../noun-vocabulary.ts";
import { sessionWords } from "./session.words.ts";

/** Personal: on which devices somebody is signed in, and when they last used them. */
export const sessionVocabulary = {
  privacyClass: 2,
  actions: {
    "session.own": ["own"],
    "session.revoke": ["administrator"],
  },
  words: [sessionWords],
} as const satisfies NounVocabulary;

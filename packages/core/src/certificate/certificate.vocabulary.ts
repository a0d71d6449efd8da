import type { NounVocabulary } from "../noun-vocabulary.ts";
import { certificateWords } from "./certificate.words.ts";

/** Personal: a certificate names its holder. */
export const certificateVocabulary = {
  privacyClass: 2,
  actions: {
    "certificate.read": ["alliance", "committee", "auditor", "own"],
    "certificate.print": ["alliance", "committee", "own"],
    "certificate.revoke": ["committee"],
  },
  words: [certificateWords],
} as const satisfies NounVocabulary;

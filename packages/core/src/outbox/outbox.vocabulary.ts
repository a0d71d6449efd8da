import type { NounVocabulary } from "../noun-vocabulary.ts";
import { outboxMessages } from "./outbox.messages.ts";

/** Personal: messages on their way hold names. */
export const outboxVocabulary = {
  privacyClass: 2,
  words: [outboxMessages],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { nominationMessages } from "./nomination.messages.ts";
import { nominationWords } from "./nomination.words.ts";

/** Personal: how a department scores its people. */
export const nominationVocabulary = {
  privacyClass: 2,
  actions: {
    "nomination.offer": ["alliance"],
    /** `own`: the head of the department. */
    "nomination.putForward": ["alliance", "own"],
    "nomination.decide": ["alliance", "own"],
    "nomination.read": ["alliance", "committee", "auditor", "own"],
    /** How one stood oneself, and what one's own department has. */
    "nomination.readOwn": ["own"],
  },
  words: [nominationWords, nominationMessages],
  effects: ({ string }) => ({
    /** The list of candidates closes, if the offer is still open: the head decides, and the draw is entered. */
    "nomination.close": { nominationId: string() },
  }),
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { formMessages } from "./form.messages.ts";
import { formWords } from "./form.words.ts";

/** Personal: who has answered. What they answered is kept apart from that, without a name. */
export const formVocabulary = {
  privacyClass: 2,
  actions: {
    "form.answer": ["own"],
    /** `own`: the trainers of what it is about. */
    "form.open": ["alliance", "own"],
    "form.read": ["alliance", "committee", "auditor", "own"],
  },
  words: [formWords, formMessages],
  effects: ({ oneOf, string }) => ({
    /** A form about a class or a programme opens for those who take part as they stand then. */
    "form.open": { aboutId: string(), what: oneOf(["reaction", "before", "after"]) },
    /** Asks whoever has not answered. */
    "form.ask": { formId: string(), round: oneOf(["first", "reminder"]) },
  }),
} as const satisfies NounVocabulary;

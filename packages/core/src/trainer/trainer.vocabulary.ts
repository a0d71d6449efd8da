import type { NounVocabulary } from "../noun-vocabulary.ts";
import { trainerMessages } from "./trainer.messages.ts";
import { trainerWords } from "./trainer.words.ts";

/** Personal: who teaches, and who is a party member among them. */
export const trainerVocabulary = {
  privacyClass: 2,
  actions: {
    "trainer.appoint": ["alliance"],
    "trainer.read": ["alliance", "committee", "auditor", "organizer", "teamLead"],
    /** One's own appointments. */
    "trainer.readOwn": ["own"],
    "trainer.import": ["alliance"],
  },
  words: [trainerWords, trainerMessages],
  imports: ["trainer"],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { contactWords } from "./contact.words.ts";

/** Sensitive: who is not of full age is among them. */
export const contactVocabulary = {
  privacyClass: 3,
  actions: {
    /** Lists with hidden ways, to pick whom an activity served. */
    "contact.read": ["alliance", "customerService", "organizer", "auditor"],
    "contact.reveal": ["alliance", "customerService"],
    "contact.write": ["alliance", "customerService"],
    "contact.import": ["administrator", "alliance", "customerService"],
    "contact.remove": ["alliance", "customerService"],
  },
  words: [contactWords],
  imports: ["contacts"],
} as const satisfies NounVocabulary;

import type { NounVocabulary } from "../noun-vocabulary.ts";
import { classMessages } from "./class.messages.ts";
import { classWords } from "./class.words.ts";

/** Personal: who attends what. What is taught when is everybody's to read. `own`: whoever teaches the class. */
export const classVocabulary = {
  privacyClass: 2,
  actions: {
    "class.write": ["alliance", "teamLead"],
    "class.lead": ["alliance", "teamLead", "own"],
    "class.close": ["alliance", "committee", "own"],
    "class.count": ["alliance", "committee", "teamLead", "auditor"],
    "class.read": ["anybody"],
    "class.readPeople": ["alliance", "committee", "teamLead", "auditor", "own"],
    /** For oneself. */
    "class.enrol": ["own"],
  },
  words: [classWords, classMessages],
  effects: ({ string }) => ({
    /** Somebody gave a seat up: who has it now is told. */
    "class.movedUp": { classId: string(), sessionId: string(), number: string() },
    /** Those with a seat are reminded, if the session is still held then. */
    "class.remind": { classId: string(), sessionId: string(), startsAt: string() },
    /** A class that is over is closed by itself, if it still ends when it did. */
    "class.close": { classId: string(), endsAt: string() },
    /** Points of who taught a class are posted. */
    "class.post": { classId: string() },
  }),
} as const satisfies NounVocabulary;

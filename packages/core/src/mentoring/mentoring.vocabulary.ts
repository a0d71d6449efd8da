import type { NounVocabulary } from "../noun-vocabulary.ts";
import { mentoringMessages } from "./mentoring.messages.ts";
import { mentoringWords } from "./mentoring.words.ts";

/**
 * Sensitive: who is last, and who is in need. It is seen by mentor and mentee, the head of the department and the one person of
 * the alliance whom the committee named; each reading by the last two is kept. Others see counts.
 */
export const mentoringVocabulary = {
  privacyClass: 3,
  actions: {
    /** `own`: the officer, and of their department its head. */
    "mentoring.arrange": ["own"],
    "mentoring.count": ["alliance", "committee", "auditor"],
    "mentoring.nameOfficer": ["committee"],
    "mentoring.take": ["own"],
  },
  words: [mentoringWords, mentoringMessages],
  effects: ({ string, int }) => ({
    /** They are to meet, if they have not by then. Round by round somebody more is told. */
    "mentoring.remind": { mentoringId: string(), dueOn: string(), round: int() },
    /** The term is over, unless it was made longer. */
    "mentoring.end": { mentoringId: string(), until: string() },
  }),
} as const satisfies NounVocabulary;

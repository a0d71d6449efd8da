import type { NounVocabulary } from "../noun-vocabulary.ts";
import { archiveMessages } from "./archive.messages.ts";
import { archiveWords } from "./archive.words.ts";

/** Personal: pictures show people, diaries are theirs. */
export const archiveVocabulary = {
  privacyClass: 2,
  actions: {
    "archive.write": ["alliance", "branchSecretary", "own"],
    "archive.read": ["anybody"],
    "diary.write": ["own"],
    "typical.choose": ["alliance", "committee"],
    "register.read": ["alliance", "committee", "branchSecretary", "auditor", "organizer"],
  },
  words: [archiveWords, archiveMessages],
  effects: ({ int, string }) => ({
    "archive.escalate": { activityId: string(), round: int().positive() },
    "material.process": { activityId: string(), materialId: string() },
  }),
} as const satisfies NounVocabulary;

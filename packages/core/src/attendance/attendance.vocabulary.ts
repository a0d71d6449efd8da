import type { NounVocabulary } from "../noun-vocabulary.ts";
import { attendanceMessages } from "./attendance.messages.ts";

/** Personal: who came, who did not, and what they say about it. */
export const attendanceVocabulary = {
  privacyClass: 2,
  actions: {
    "attendance.lead": ["alliance", "own"],
    "attendance.own": ["own"],
    "absence.appeal": ["own"],
    "absence.decideAppeal": ["alliance", "branchSecretary"],
  },
  words: [attendanceMessages],
} as const satisfies NounVocabulary;

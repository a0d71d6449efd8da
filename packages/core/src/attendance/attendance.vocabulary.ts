import type { NounVocabulary } from "../noun-vocabulary.ts";
import { attendanceMessages } from "./attendance.messages.ts";
import { attendanceWords } from "./attendance.words.ts";
import { checkInWords } from "./check-in.words.ts";

/** Personal: who came, who did not, and what they say about it. */
export const attendanceVocabulary = {
  privacyClass: 2,
  actions: {
    "attendance.admit": ["alliance", "own", "steward"],
    "attendance.lead": ["alliance", "own"],
    "attendance.nameSteward": ["alliance", "own"],
    "attendance.own": ["own"],
    "absence.appeal": ["own"],
    "absence.decideAppeal": ["alliance", "branchSecretary"],
  },
  words: [attendanceMessages, attendanceWords, checkInWords],
} as const satisfies NounVocabulary;

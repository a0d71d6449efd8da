import type { NounVocabulary } from "../noun-vocabulary.ts";
import { auditWords } from "./audit.words.ts";

/** Personal: what each person did, in which role and why. */
export const auditVocabulary = {
  privacyClass: 2,
  actions: {
    "audit.read": ["alliance", "auditor", "own"],
    /** Over everything that anybody did. */
    "audit.readAll": ["alliance", "committee", "auditor"],
  },
  words: [auditWords],
} as const satisfies NounVocabulary;

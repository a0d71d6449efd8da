import type { NounVocabulary } from "../noun-vocabulary.ts";
import { memberWords } from "./member.words.ts";

/** Personal: contact, political status and career of each member. */
export const memberVocabulary = {
  privacyClass: 2,
  actions: {
    "member.read": [
      "administrator",
      "alliance",
      "committee",
      "organizer",
      "branchSecretary",
      "teamLead",
      "auditor",
      "own",
    ],
    "member.readContact": ["administrator", "alliance", "branchSecretary", "organizer", "own"],
    "member.change": ["administrator"],
    "member.accept": ["own"],
  },
  words: [memberWords],
} as const satisfies NounVocabulary;

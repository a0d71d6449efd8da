import type { NounVocabulary } from "../noun-vocabulary.ts";
import { memberMessages } from "./member.messages.ts";
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
    /** In which language somebody is spoken to. */
    "member.speak": ["own"],
  },
  words: [memberWords, memberMessages],
  effects: ({ string }) => ({
    /** Somebody leaves, stays after all, or leaves on another day: places, covers, leave and absences follow. */
    "member.follow": { memberId: string() },
    /** A skill is about to end, if the roster still says so. */
    "member.skillEnds": { memberId: string(), skill: string(), until: string() },
  }),
} as const satisfies NounVocabulary;

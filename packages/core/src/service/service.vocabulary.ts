import type { NounVocabulary } from "../noun-vocabulary.ts";
import { serviceMessages } from "./service.messages.ts";

/** Internal: whom it is for is said without names. */
export const serviceVocabulary = {
  privacyClass: 1,
  actions: {
    "service.begin": ["alliance", "organizer", "branchSecretary", "teamLead"],
    "service.read": ["anybody"],
    "service.run": ["alliance", "own"],
  },
  words: [serviceMessages],
  effects: ({ string, int }) => ({
    /** A visit is due; judged by the row, in which nobody may have visited since. */
    "service.remind": { serviceId: string(), dueOn: string(), round: int().nonnegative() },
  }),
} as const satisfies NounVocabulary;

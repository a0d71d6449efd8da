import type { NounVocabulary } from "../noun-vocabulary.ts";
import { activityMessages } from "./activity.messages.ts";
import { activityWords } from "./activity.words.ts";
import { previewWords } from "./preview.words.ts";

/** Internal: everybody in the company may read activities. */
export const activityVocabulary = {
  privacyClass: 1,
  actions: {
    "activity.read": ["anybody"],
    "activity.createAlliance": ["alliance", "organizer"],
    "activity.createTeam": ["alliance", "organizer", "teamLead"],
    "activity.createSelf": ["anybody"],
    "activity.run": ["alliance", "own"],
    "activity.cancel": ["alliance", "own"],
  },
  words: [activityWords, activityMessages, previewWords],
  effects: ({ string }) => ({
    /** Who serves, when, or whether at all has changed: notice, places, covers and survey are brought in line. */
    "activity.follow": { activityId: string() },
    /** The time to sign up for a session that was added is over: its places are given out. */
    "activity.allocateSession": { activityId: string(), sessionId: string() },
    /** It is meant for more people: those who were added are told. */
    "activity.inviteAdded": { activityId: string(), before: string() },
    /** It was moved: who is in two places at once now is told. */
    "activity.findClashes": { activityId: string() },
  }),
} as const satisfies NounVocabulary;

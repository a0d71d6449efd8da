import type { NounVocabulary } from "../noun-vocabulary.ts";
import { lifecycleMessages } from "./lifecycle.messages.ts";
import { timelineWords } from "./timeline.words.ts";

/** Internal: stages and due instants of activities, nobody in person. */
export const lifecycleVocabulary = {
  privacyClass: 1,
  words: [lifecycleMessages, timelineWords],
  effects: ({ int, string }) => ({
    "execution.start": { activityId: string(), generation: int(), input: string() },
    "lifecycle.nudge": { activityId: string() },
  }),
} as const satisfies NounVocabulary;

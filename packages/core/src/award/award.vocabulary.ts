import type { NounVocabulary } from "../noun-vocabulary.ts";
import { awardMessages } from "./award.messages.ts";
import { awardWords } from "./award.words.ts";

/** Personal: standings name everybody with their points; only the honoured are published. */
export const awardVocabulary = {
  privacyClass: 2,
  actions: {
    "award.read": ["committee", "alliance", "auditor"],
    "award.readOwn": ["committee", "alliance", "auditor", "own"],
    "award.run": ["committee"],
    "award.object": ["anybody"],
  },
  words: [awardWords, awardMessages],
  effects: ({ int, oneOf, string }) => {
    const run = { year: int(), run: int().positive() };
    return {
      "award.start": { ...run, generation: int(), input: string() },
      "award.nudge": run,
      /** A run was withdrawn: the next one of the year begins. */
      "award.next": { ...run, cause: oneOf(["correction", "objection"]) },
      "award.notice": { ...run, notice: oneOf(["proposed", "published"]) },
      /** Tells everybody whom a run concerns; the cursor is the next part of the standings. */
      "award.tell": run,
    };
  },
} as const satisfies NounVocabulary;

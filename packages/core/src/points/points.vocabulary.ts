import type { NounVocabulary } from "../noun-vocabulary.ts";
import { pointsMessages } from "./points.messages.ts";
import { pointsWords } from "./points.words.ts";

/** Personal: points of a person; the ledger itself knows pseudonyms only. */
export const pointsVocabulary = {
  privacyClass: 2,
  actions: {
    "points.read": ["alliance", "committee", "auditor", "own"],
    "points.export": ["alliance", "committee", "auditor"],
    "points.askCorrection": ["alliance", "branchSecretary", "own"],
    "points.readCorrections": ["alliance", "committee", "auditor", "branchSecretary", "own"],
    "points.decideCorrection": ["alliance", "committee"],
    "points.object": ["own"],
    "points.readObjections": ["alliance", "committee", "auditor"],
    "points.decideObjection": ["alliance", "committee"],
    "rules.read": ["anybody"],
    "rules.readDrafts": ["administrator", "alliance", "committee", "auditor"],
    "rules.draft": ["administrator", "alliance", "committee"],
    "rules.adopt": ["alliance", "committee"],
  },
  words: [pointsWords, pointsMessages],
} as const satisfies NounVocabulary;

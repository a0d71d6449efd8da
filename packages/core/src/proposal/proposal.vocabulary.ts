import type { NounVocabulary } from "../noun-vocabulary.ts";
import { proposalMessages } from "./proposal.messages.ts";
import { proposalWords } from "./proposal.words.ts";

/** Internal: a plan, and what the alliance grants it. */
export const proposalVocabulary = {
  privacyClass: 1,
  actions: {
    "proposal.submit": ["own"],
    /** By whom the alliance asked, or granted as adviser. */
    "proposal.advise": ["own"],
    "proposal.decide": ["alliance"],
    "proposal.read": ["alliance", "committee", "auditor", "own"],
  },
  words: [proposalWords, proposalMessages],
} as const satisfies NounVocabulary;

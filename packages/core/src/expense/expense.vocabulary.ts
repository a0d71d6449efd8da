import type { NounVocabulary } from "../noun-vocabulary.ts";
import { expenseMessages } from "./expense.messages.ts";
import { expenseWords } from "./expense.words.ts";

/** Personal: a receipt may name who paid, and with which account. */
export const expenseVocabulary = {
  privacyClass: 2,
  actions: {
    "expense.read": ["alliance", "committee", "auditor", "branchSecretary", "own"],
    "expense.write": ["alliance", "branchSecretary", "own"],
    "expense.settle": ["alliance"],
  },
  words: [expenseWords, expenseMessages],
} as const satisfies NounVocabulary;

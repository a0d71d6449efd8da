import type { NounVocabulary } from "../noun-vocabulary.ts";
import { satisfactionWords } from "./satisfaction.words.ts";

/** Internal: figures of the whole company; the answers behind them are in `form`. */
export const satisfactionVocabulary = {
  privacyClass: 1,
  actions: {
    "satisfaction.read": ["alliance", "committee", "auditor"],
    "satisfaction.write": ["alliance"],
    "satisfaction.import": ["administrator", "alliance"],
  },
  words: [satisfactionWords],
  imports: ["satisfaction"],
} as const satisfies NounVocabulary;

import { fill, type Holes, type Language } from "@yigong/core/language/catalogue.ts";
import { surveyWords } from "@yigong/core/survey/survey.words.ts";

type Words = (typeof surveyWords)["zh-CN"];
export type WordKey = keyof Words;

/** Says something of the survey pages. */
export type Say = <K extends WordKey>(
  key: K,
  ...[values]: [Holes<Words[K]>] extends [never] ? [] : [Record<Holes<Words[K]>, string | number>]
) => string;

/** The words of one language. */
export const wordsOf =
  (language: Language): Say =>
  (key, ...[values]) =>
    fill(surveyWords[language][key], values ?? {});

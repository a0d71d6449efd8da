import type { Answer } from "@yigong/core/survey/question.ts";
import { QUESTION_SET } from "@yigong/core/survey/question-set.ts";

/** An answer as it is kept, of the day (UTC) of an instant. */
export const givenOn = (at: string, answer: Answer) =>
  ({ questions: QUESTION_SET, answer, on: at.slice(0, 10) }) as const;

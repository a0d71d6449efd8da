import * as z from "zod";
import { surveyRefusal } from "./survey.refusals.ts";

/** Forms on paper that an activity may hand out. */
export const MOST_PAPERS = 999;

/** How many forms without a name were handed out: they are numbered from 1 on, and each is typed in once. */
export const Papers = z.object({
  activityId: z.string(),
  handedOut: z.int().nonnegative().max(MOST_PAPERS),
  version: z.int().nonnegative(),
});
export type Papers = z.infer<typeof Papers>;

/** In whose place a form without a name stands: nobody is listed under it. */
export const paperIdOf = (sheet: number): string => `paper_${String(sheet).padStart(4, "0")}`;

/**
 * Says how many forms were handed out.
 *
 * @param typed - the highest number that was typed in
 * @throws `survey.papers_typed` when a form with a higher number was typed in
 */
export function handOut(
  papers: Papers | undefined,
  said: { activityId: string; handedOut: number; typed: number },
): Papers {
  const { activityId, handedOut, typed } = said;
  if (handedOut < typed) throw surveyRefusal("survey.papers_typed", { typed });
  if (papers?.handedOut === handedOut) return papers;
  return { activityId, handedOut, version: papers?.version ?? 0 };
}

/** Lets the form of a number be typed in. @throws `survey.no_such_paper` */
export function requirePaper(papers: Papers | undefined, sheet: number): void {
  const handedOut = papers?.handedOut ?? 0;
  if (sheet < 1 || sheet > handedOut) throw surveyRefusal("survey.no_such_paper", { sheet, handedOut });
}

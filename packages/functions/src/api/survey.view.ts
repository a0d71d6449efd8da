import { z } from "@hono/zod-openapi";
import { HappinessResults, happinessResultsOf, Results, resultsOf } from "@yigong/core/survey/results.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { Counts, happinessEndOf, type Info } from "@yigong/core/survey/survey.ts";
import { answeredOf } from "@yigong/core/survey/tally.ts";

/** A survey: its course for every reader, counts and results for those who may read them. */
export const SurveyView = z
  .object({
    status: z.enum(["none", "open", "closed", "skipped"]),
    openedAt: z.string().optional(),
    closesAt: z.string().optional(),
    closedAt: z.string().optional(),
    issue: z.int().optional(),
    skipped: z.object({ at: z.string(), by: z.string(), cause: z.string(), reason: z.string() }).optional(),
    counts: Counts.optional(),
    results: Results.optional(),
    happiness: z.object({ answered: z.int(), results: HappinessResults }).optional(),
  })
  .openapi("Survey");
export type SurveyView = z.infer<typeof SurveyView>;

const courseOf = (survey: Info | undefined): SurveyView => {
  if (!survey) return { status: "none" };
  if (survey.status === "skipped") {
    const { skippedAt, by, cause, reason } = survey;
    return { status: "skipped", skipped: { at: skippedAt, by, cause, reason } };
  }
  const { status, openedAt, closesAt, issue } = survey;
  return { status, openedAt, closesAt, issue, ...(status === "closed" && { closedAt: survey.closedAt }) };
};

/**
 * What may be seen of a survey at an instant.
 *
 * While answers come in there are counts and no results: the difference between two looks would be one answer.
 */
export async function viewOf(
  surveys: Pick<Surveys, "get" | "counts" | "happiness">,
  activityId: string,
  { at, full }: { at: string; full: boolean },
): Promise<SurveyView> {
  const survey = await surveys.get(activityId);
  const course = courseOf(survey);
  if (!full || !survey) return course;
  if (survey.status === "open") return { ...course, counts: await surveys.counts(activityId) };
  const happiness = await happinessOf(surveys, survey, at);
  if (survey.status === "skipped") return { ...course, ...happiness };
  return { ...course, counts: survey.counts, results: resultsOf(survey.tally), ...happiness };
}

async function happinessOf(
  surveys: Pick<Surveys, "happiness">,
  survey: Info,
  at: string,
): Promise<Pick<SurveyView, "happiness">> {
  if (at < happinessEndOf(survey)) return {};
  const tally = survey.status === "closed" ? survey.happiness : await surveys.happiness.tally(survey.activityId);
  return { happiness: { answered: answeredOf(tally.score), results: happinessResultsOf(tally) } };
}

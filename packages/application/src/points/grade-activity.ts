import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { lastInstantOf } from "@yigong/core/activity/activity.ts";
import { instantOf, plusDays, yearOf } from "@yigong/core/lib/time.ts";
import { gradeOf, type Mean, type Scores } from "@yigong/core/survey/grade.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { answeredOf, type Scale } from "@yigong/core/survey/tally.ts";
import type { GradeOf } from "../manifest/scorer.ts";

export interface GradeDeps {
  activities: Pick<Activities, "startingBetween">;
  surveys: Pick<Surveys, "get">;
  zone: string;
}

/** Scores on 1–5 from how many chose each step. */
const scoresOf = (scale: Scale): Scores => ({
  sum: scale.reduce((sum, count, step) => sum + count * (step + 1), 0),
  n: answeredOf(scale),
});

const scoresFor = async (deps: GradeDeps, activityId: string): Promise<Scores> => {
  const survey = await deps.surveys.get(activityId);
  return survey?.status === "closed" ? scoresOf(survey.tally.satisfaction) : { sum: 0, n: 0 };
};

/** All answers about activities that ended in a local year, as they stand. An activity may begin in the year before. */
async function scoresOfYear(deps: GradeDeps, year: number): Promise<Scores> {
  const { zone } = deps;
  const from = plusDays(instantOf(`${year}-01-01`, "00:00", zone), -31, zone);
  const to = instantOf(`${year + 1}-01-01`, "00:00", zone);
  const total = { sum: 0, n: 0 };
  let cursor: string | undefined;
  do {
    const page = await deps.activities.startingBetween({ from, to }, { limit: 100, cursor });
    const ended = page.items.filter((activity) => yearOf(lastInstantOf(activity), zone) === year);
    for (const scores of await Promise.all(ended.map(({ id }) => scoresFor(deps, id)))) {
      total.sum += scores.sum;
      total.n += scores.n;
    }
    cursor = page.cursor;
  } while (cursor);
  return total;
}

/** The grade of an activity and its m, shrunk towards the mean of the year before its own. @source docs/domain.md Decision, the grade */
export const gradeFor =
  (deps: GradeDeps): GradeOf =>
  async ({ id, endedAt }) => {
    const scores = await scoresFor(deps, id);
    if (scores.n === 0) return {};
    const prior = await scoresOfYear(deps, yearOf(endedAt, deps.zone) - 1);
    const { grade, mean } = gradeOf(scores, prior);
    return grade && mean ? { grade, mean: lowestTerms(mean) } : {};
  };

/** The same mean in lowest terms, so that equal means are equal bytes. */
export function lowestTerms({ numerator, denominator }: Mean): Mean {
  let [a, b] = [numerator, denominator];
  while (b !== 0) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

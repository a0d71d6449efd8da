import type * as Form from "../form/form.ts";
import { resultsOf } from "../form/form-results.ts";
import { HIGHEST, LOWEST } from "../form/questions.ts";
import { FEWEST, shownParts } from "../lib/few.ts";
import { rounded, sumOf, tenths, times } from "../lib/ratio.ts";

type Answers = readonly Pick<Form.Given, "items" | "comment" | "part">[];

/** What our own survey of a year came to. */
export interface SurveyIndex {
  asked: number;
  answered?: { n: number; percent: string };
  /** In tenths of a point; nothing of fewer than five answers. */
  index?: number;
  /** Where the mean of everybody lies with 95 % certainty if those who answered were drawn at random. */
  interval?: { low: string; high: string };
  items?: ReturnType<typeof resultsOf>["items"];
  comments?: string[];
  /** Departments of which five or more answered. */
  parts?: { unitId: string; n: number; index: string }[];
}

/** 100 points of a question are `HIGHEST`, none is `LOWEST`. */
const FULL = HIGHEST - LOWEST;
const Z = 1.96;

/**
 * The index of some answers in tenths of a point: the mean of the questions' means on 0 to 100, rounded half up. Each answer
 * has all questions, so that it is the mean of people's means too.
 */
export function indexOf(answers: Answers): number {
  const values = answers.flatMap(({ items }) => items);
  const above = sumOf(values) - BigInt(values.length * LOWEST);
  return Number(rounded(times({ over: above, under: BigInt(values.length * FULL) }, 1000)));
}

/** The 95 % interval around the index, from the spread of people's own means. */
function intervalOf(answers: Answers): { low: string; high: string } {
  const own = answers.map(({ items }) => (100 * (Number(sumOf(items)) / items.length - LOWEST)) / FULL);
  const mean = own.reduce((sum, one) => sum + one, 0) / own.length;
  const variance = own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (own.length - 1);
  const margin = Z * Math.sqrt(variance / own.length);
  const text = (value: number) => tenths(BigInt(Math.round(10 * Math.min(100, Math.max(0, value)))));
  return { low: text(mean - margin), high: text(mean + margin) };
}

/**
 * What may be seen of our own survey: nothing of fewer than five answers, and no department from which, with the index of
 * all, fewer than five could be worked out.
 *
 * @source docs/domain.md W6
 */
export function surveyIndexOf(form: Pick<Form.Info, "kind" | "asked" | "parts">, answers: Answers): SurveyIndex {
  const { asked, answered, items, comments } = resultsOf(form, answers);
  if (answers.length < FEWEST || !answered || !items || !comments) return { asked };
  return {
    ...{ asked, answered, items, comments },
    index: indexOf(answers),
    interval: intervalOf(answers),
    parts: partsOf(answers),
  };
}

function partsOf(answers: Answers): NonNullable<SurveyIndex["parts"]> {
  const byPart = [...Map.groupBy(answers, ({ part }) => part ?? "")].sort(([a], [b]) => (a < b ? -1 : 1));
  const may = shownParts(byPart.map(([, own]) => own.length));
  return byPart.flatMap(([unitId, own], at) =>
    may[at] && unitId !== "" ? [{ unitId, n: own.length, index: tenths(BigInt(indexOf(own))) }] : [],
  );
}

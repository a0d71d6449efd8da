import { FEWEST } from "../lib/few.ts";
import { decimalOf, meanOf } from "../lib/ratio.ts";
import type { Info as Result } from "../result/result.ts";
import { shareOf } from "../survey/results.ts";

/** What the people of a programme came away with from its classes. */
export interface Learning {
  /** How many people have a result, and how many results; of fewer than five people nothing is shown. */
  people?: number;
  results?: number;
  /** The share of those who were tested that passed; of fewer than five people nothing. */
  passed?: { n: number; of: number; percent: string };
  /** The mean of the trainers' grades, 1 to 5, to 0.01; of fewer than five people nothing. */
  grade?: string;
}

const people = (results: readonly Result[]): number => new Set(results.map(({ memberId }) => memberId)).size;

/** @param results - of the programme's people in its classes, as they stand */
export function learningOf(results: readonly Result[]): Learning {
  if (people(results) < FEWEST) return {};
  const tested = results.filter(({ outcome }) => outcome !== "open");
  const graded = results.filter(({ grade }) => grade !== undefined);
  const passed = tested.filter(({ outcome }) => outcome === "passed").length;
  return {
    people: people(results),
    results: results.length,
    ...(people(tested) >= FEWEST && { passed: shareOf(passed, tested.length) }),
    ...(people(graded) >= FEWEST && { grade: decimalOf(meanOf(graded.map(({ grade }) => grade ?? 0)), 2) }),
  };
}

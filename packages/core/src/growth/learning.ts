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

/**
 * @param all - in the programme's classes, as they stand, also those of people who are not of it
 * @returns nothing of fewer than five people, and nothing when there are one to four others: theirs would follow from what the
 * classes came to as a whole
 */
export function learningOf(all: readonly Result[], memberIds: readonly string[]): Learning {
  const own = new Set(memberIds);
  const [results, others] = [true, false].map((is) => all.filter(({ memberId }) => own.has(memberId) === is)) as [
    Result[],
    Result[],
  ];
  if (people(results) < FEWEST || (others.length > 0 && people(others) < FEWEST)) return {};
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

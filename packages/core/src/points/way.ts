import { type Language, text } from "../language/index.ts";
import { decimal } from "./decimal.ts";
import { type RuleSet, scoreCovers, scoreService, totalOf } from "./rules.ts";

/** What somebody can do for more points. */
export const WAYS = ["service", "cover"] as const;

/** So many more of a kind are enough, and one fewer is not. */
export interface Way {
  kind: (typeof WAYS)[number];
  times: number;
}

/**
 * What so many more of a kind come to, in 0.01 points.
 *
 * A session counts as half a workday, which is what one of half an hour or without a check-out gives, and without a grade,
 * which nobody knows before: a longer one gives more.
 */
export const worthOf = ({ kind, times }: Way, rules: RuleSet): number =>
  kind === "service"
    ? totalOf(scoreService({ attendances: times, halfDays: times, grade: undefined }, rules))
    : totalOf(scoreCovers(times, rules));

/** No line is further away than this many times the least that anything is worth. @source `RuleSet`: marks up to 1,000 points */
const MOST_TIMES = 1_000_000;

/**
 * The smallest change of each kind that makes a year's points enough, by the rule that decides.
 *
 * @param isEnough - the deciding rule: what is enough stays enough with more points
 * @param rules - the rule set by which what comes now is scored
 * @returns none when it is enough already; a kind that earns nothing is left out
 * @source docs/domain.md I2, I3, I5
 */
export function waysTo(points: number, isEnough: (points: number) => boolean, rules: RuleSet): Way[] {
  if (isEnough(points)) return [];
  return WAYS.flatMap((kind) => {
    const isEnoughWith = (times: number) => isEnough(points + worthOf({ kind, times }, rules));
    if (!isEnoughWith(MOST_TIMES)) return [];
    let [tooFew, enough] = [0, MOST_TIMES];
    while (enough - tooFew > 1) {
      const middle = Math.floor((tooFew + enough) / 2);
      if (isEnoughWith(middle)) enough = middle;
      else tooFew = middle;
    }
    return [{ kind, times: enough }];
  });
}

/** What is missing and what would change it: 差 0.51 分：再参加 1 次，或代班 2 次. @param missing - in 0.01 points */
export function missingText(language: Language, missing: number, ways: readonly Way[]): string {
  const points = decimal(missing);
  const [first, ...rest] = ways.map(({ kind, times }) => text(language, `points.way.${kind}`, { times }));
  if (first === undefined) return text(language, "points.missingOnly", { points });
  const all = rest.reduce((one, other) => text(language, "points.way.or", { one, other }), first);
  return text(language, "points.missing", { points, ways: all });
}

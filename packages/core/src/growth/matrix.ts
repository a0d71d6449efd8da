import { type Bin, binsOf, countsOf, FEWEST } from "../lib/few.ts";
import { decimalOf, meanOf, meanOfRatios, minus, signed } from "../lib/ratio.ts";
import { LEVELS, RATERS } from "./levels.ts";
import type { Info as Programme } from "./programme.ts";
import { type Behaviour, levelsOf, markOf, type Info as Rated, type Rater } from "./rating.ts";

/** How far one person was before, and is after. */
export interface Pair {
  before: number;
  after: number;
}

/** One skill as one kind of rater sees it, of those only who were rated before and after. */
export interface SkillChange {
  skill: string;
  rater: Rater;
  /** How many pairs there are; nothing is shown of fewer than five. */
  pairs?: number;
  /** Means to 0.01, and by how much people moved in the mean. */
  means?: { before: string; after: string; change: string };
  /** How many are at which levels; neighbouring levels of fewer than five people are taken together. */
  before?: Bin[];
  after?: Bin[];
}

const SCALE = { lowest: Math.min(...LEVELS), highest: Math.max(...LEVELS) };

/** Who of a programme's people was rated before and after in a skill. One side alone makes no pair. */
export function pairsOf(
  { memberIds }: Pick<Programme, "memberIds">,
  rated: readonly Rated[],
  { skill, rater }: { skill: string; rater: Rater },
): Pair[] {
  const byKey = new Map(rated.map((one) => [`${one.memberId} ${one.rater} ${one.phase}`, levelsOf(one)]));
  return memberIds.flatMap((memberId) => {
    const [before, after] = (["before", "after"] as const).map(
      (phase) => byKey.get(`${memberId} ${rater} ${phase}`)?.[skill],
    );
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
}

/** What may be shown of some pairs. Everything is of the same people, so that nobody follows from two of its parts. */
export function changeOf(pairs: readonly Pair[]): Omit<SkillChange, "skill" | "rater"> {
  if (pairs.length < FEWEST) return {};
  const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)];
  const change = minus(meanOf(after), meanOf(before));
  return {
    pairs: pairs.length,
    means: {
      before: decimalOf(meanOf(before), 2),
      after: decimalOf(meanOf(after), 2),
      change: signed(decimalOf(change, 2)),
    },
    before: binsOf(countsOf(before, SCALE), SCALE.lowest),
    after: binsOf(countsOf(after, SCALE), SCALE.lowest),
  };
}

/** The matrix of a programme, as far as it may be shown. @source docs/domain.md F3 */
export const matrixOf = (programme: Pick<Programme, "memberIds" | "skills">, rated: readonly Rated[]): SkillChange[] =>
  programme.skills.flatMap((skill) =>
    RATERS.map((rater) => ({ skill, rater, ...changeOf(pairsOf(programme, rated, { skill, rater })) })),
  );

/** What leads see of people after a programme. */
export interface BehaviourShown {
  /** How many people were marked, and how often in all; of fewer than five people nothing is shown. */
  people?: number;
  marks?: number;
  /** The mean of people's own means, to 0.01. */
  mean?: string;
}

/** Each person counts alike, however often they were marked. */
export function behaviourOf({ memberIds }: Pick<Programme, "memberIds">, all: readonly Behaviour[]): BehaviourShown {
  const own = all.filter(({ memberId }) => memberIds.includes(memberId));
  const byPerson = [...Map.groupBy(own, ({ memberId }) => memberId).values()];
  if (byPerson.length < FEWEST) return {};
  const means = byPerson.map((marks) => meanOf(marks.map(markOf)));
  return { people: byPerson.length, marks: own.length, mean: decimalOf(meanOfRatios(means), 2) };
}

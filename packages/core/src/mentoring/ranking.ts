import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { RANKED } from "./kinds.ts";
import { mentoringRefusal } from "./mentoring.refusals.ts";

export const RankingId = idOf("rnk");
export type RankingId = z.infer<typeof RankingId>;

/** So many people there must be: of fewer, everybody would know who is last. */
export const AT_LEAST = 5;
const MOST = 2000;

const Row = z.object({ memberId: z.string(), rank: z.int().min(1).max(MOST) });
type Row = z.infer<typeof Row>;

/** What is said of a ranking. */
export const RankingWriting = z.object({
  departmentId: UnitId,
  /** `YYYY`, `YYYY-MM` or `YYYY-Qn`: periods of one length follow each other in the order of their texts. */
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/, "must look like 2010, 2010-06 or 2010-Q2"),
  kind: z.enum(RANKED),
  metric: plainText(1, 60),
});
export type RankingWriting = z.infer<typeof RankingWriting>;

/**
 * A department's own ranking of a period, as the company has it. Who is last is known to four people at most.
 *
 * @source docs/domain.md W2, W3
 */
export const Ranking = RankingWriting.extend({
  id: RankingId,
  rows: z.array(Row).min(AT_LEAST).max(MOST),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Ranking = z.infer<typeof Ranking>;

/**
 * Takes a ranking: the best is 1, and whoever shares a rank leaves the next ones out.
 *
 * @throws `mentoring.ranking_too_few`, `mentoring.ranked_twice`, `mentoring.ranks_wrong`
 */
export function rank(
  writing: RankingWriting,
  rows: readonly Row[],
  { id, by, at }: { id: RankingId; by: string; at: string },
): Ranking {
  if (rows.length < AT_LEAST) throw mentoringRefusal("mentoring.ranking_too_few", { least: AT_LEAST });
  if (new Set(rows.map(({ memberId }) => memberId)).size < rows.length)
    throw mentoringRefusal("mentoring.ranked_twice");
  const sorted = rows.toSorted((a, b) => a.rank - b.rank);
  const wrong = sorted.find(
    (row, index) =>
      row.rank !== 1 + sorted.findIndex((other) => other.rank === row.rank) || (index === 0 && row.rank !== 1),
  );
  if (wrong) throw mentoringRefusal("mentoring.ranks_wrong", { rank: wrong.rank });
  return { ...writing, id, rows: sorted, createdAt: at, createdBy: by };
}

/** How many are in the first fifth, and the last. */
const bandsOf = (people: number) => ({ first: Math.max(1, Math.floor(people / 5)), last: Math.ceil(people / 5) });

/** Who is in the first fifth, with those who share its last rank. @source docs/domain.md W2 */
export function firstOf({ rows }: Pick<Ranking, "rows">): string[] {
  const line = rows[bandsOf(rows.length).first - 1]?.rank ?? 0;
  return rows.filter(({ rank: own }) => own <= line).map(({ memberId }) => memberId);
}

/** Who is in the last fifth, with those who share its first rank. */
export function lastOf({ rows }: Pick<Ranking, "rows">): string[] {
  const line = rows[rows.length - bandsOf(rows.length).last]?.rank ?? Number.POSITIVE_INFINITY;
  return rows.filter(({ rank: own }) => own >= line).map(({ memberId }) => memberId);
}

const placeOf = ({ rows }: Pick<Ranking, "rows">, memberId: string): number | undefined =>
  rows.find((row) => row.memberId === memberId)?.rank;

/** What became of somebody who was in the last fifth, by rankings of later periods; nobody types it. */
export interface Outcome {
  /** Out of the last fifth in two periods running. */
  leftLast: boolean;
  startRank: number;
  endRank: number;
  /** By how many hundredths of the way from last to first they went up, rounded half up; below zero when down. */
  percentileChange: number;
}

/**
 * What became of somebody by later rankings of the same department and measure; undefined until one has them.
 *
 * @param later - of later periods, in their order
 */
export function outcomeOf(
  start: Pick<Ranking, "rows">,
  later: readonly Pick<Ranking, "rows">[],
  memberId: string,
): Outcome | undefined {
  const startRank = placeOf(start, memberId);
  const known = later.flatMap((ranking) => {
    const own = placeOf(ranking, memberId);
    return own === undefined ? [] : [{ ranking, own, isLast: lastOf(ranking).includes(memberId) }];
  });
  const end = known.at(-1);
  if (startRank === undefined || !end) return undefined;
  const share = (own: number, { rows }: Pick<Ranking, "rows">) => ({ over: rows.length - own, under: rows.length - 1 });
  const [a, b] = [share(startRank, start), share(end.own, end.ranking)];
  const change = { over: b.over * a.under - a.over * b.under, under: a.under * b.under };
  return {
    leftLast: known.some((one, index) => !one.isLast && known[index + 1]?.isLast === false),
    ...{ startRank, endRank: end.own },
    percentileChange: Math.floor((200 * change.over + change.under) / (2 * change.under)),
  };
}

/** How many of some people left the last fifth; nothing of fewer than five. */
export interface Counted {
  people: number;
  leftLast: number;
}

/** @param outcomes - of those of whom it is known */
export function countOutcomes(outcomes: readonly (Outcome | undefined)[]): Counted | undefined {
  const known = outcomes.filter((one) => one !== undefined);
  if (known.length < AT_LEAST) return undefined;
  return { people: known.length, leftLast: known.filter(({ leftLast }) => leftLast).length };
}

import { type Comparison, compare } from "../performance/comparison.ts";
import type { Info as Performance } from "../performance/performance.ts";

/** How wide a band of starting values is: 5.00 %, in 0.01 %. @source docs/domain.md F3 */
export const BAND = 500;

/** Results of the same post that began in the same band. */
const cellOf = ({ postId }: Performance, start: number): string => `${postId} ${Math.floor(start / BAND)}`;

export interface PostAndBand {
  postId: string;
  /** Where the band begins and ends, exclusive, in 0.01 %. */
  from: number;
  to: number;
}

/** What a cell of {@link changeAgainstOthers} is of. */
export function cellNamed(cell: string): PostAndBand {
  const [postId = "", band = ""] = cell.split(" ");
  return { postId, from: Number(band) * BAND, to: (Number(band) + 1) * BAND };
}

/**
 * How much more the people of a programme moved, from the start to the result, than others of the same post who began in the
 * same band: the difference of the two differences, weighed by how many of the programme are in each cell. Exact.
 *
 * A result without a start is left out, and so is a cell with fewer than five others. It proves no cause.
 */
export function changeAgainstOthers(results: readonly Performance[], memberIds: readonly string[]): Comparison {
  const own = new Set(memberIds);
  return compare(
    results.flatMap((one) => {
      if (one.start === undefined) return [];
      const postId = cellOf(one, one.start);
      return [{ postId, attainment: one.attainment - one.start, isInGroup: own.has(one.memberId) }];
    }),
  );
}

/** The same by the result alone, as T7 compares: against all others of the same post. */
export const resultAgainstOthers = (results: readonly Performance[], memberIds: readonly string[]): Comparison => {
  const own = new Set(memberIds);
  return compare(
    results.map(({ postId, attainment, memberId }) => ({ postId, attainment, isInGroup: own.has(memberId) })),
  );
};

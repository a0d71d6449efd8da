import { FEWEST, shownParts } from "../lib/few.ts";
import { plus, type Ratio, rounded, signed, sumOf, tenths } from "../lib/ratio.ts";

/** A result as it is compared; whether they are of the group, such as party members, is by the dated status of that time. */
export interface Compared {
  postId: string;
  /** 0.01 %. */
  attainment: number;
  isInGroup: boolean;
}

/** Why the people of a post are not compared. */
export type LeftOut = "nobodyInGroup" | "tooFewOthers";

export interface PostCompared {
  postId: string;
  inGroup: number;
  others: number;
  /** Means in 0.1 % as text; of fewer than five people none is shown. */
  means?: { inGroup?: string; others: string };
  leftOut?: LeftOut;
}

export interface Comparison {
  /** How many of the group take part in the figure, over all posts. */
  inGroup: number;
  others: number;
  /** In percentage points: to 0.1 for tables, to whole points for text. Not there for fewer than five of the group. */
  difference?: { table: string; text: string };
  posts: PostCompared[];
}

/** So many colleagues of the same post there must be, and so many of the group behind a figure. */
export const AT_LEAST = FEWEST;

/**
 * Compares a group with the others of the same posts: the mean difference of each post, weighed by how many of the group
 * hold it. It shows what goes together and proves no cause.
 *
 * @source docs/domain.md T7
 */
export function compare(rows: readonly Compared[]): Comparison {
  const byPost = [...Map.groupBy(rows, ({ postId }) => postId)].sort(([a], [b]) => (a < b ? -1 : 1));
  const posts = byPost.map(([postId, held]) => postOf(postId, held));
  const taking = posts.filter(({ shown }) => shown.leftOut === undefined);
  const inGroup = taking.reduce((sum, { shown }) => sum + shown.inGroup, 0);
  const others = taking.reduce((sum, { shown }) => sum + shown.others, 0);
  const shown = withoutDerivable(posts.map((one) => one.shown));
  if (inGroup < AT_LEAST) return { inGroup, others, posts: shown };
  const sum = taking.reduce((total, { surplus }) => plus(total, surplus), { over: 0n, under: 1n });
  const mean = { over: sum.over, under: sum.under * BigInt(inGroup) };
  const difference = { table: signed(tenths(rounded(mean, 10n))), text: signed(String(rounded(mean, 100n))) };
  return { inGroup, others, difference, posts: shown };
}

/** Takes away means of the group from which, with the figure over all posts, that of fewer than five could be worked out. */
function withoutDerivable(posts: readonly PostCompared[]): PostCompared[] {
  const may = shownParts(posts.map(({ inGroup, leftOut }) => (leftOut === undefined ? inGroup : 0)));
  return posts.map((post, at) => (may[at] || !post.means ? post : { ...post, means: { others: post.means.others } }));
}

/** One post: by how much the sum of the group is above what as many others attain. */
function postOf(postId: string, held: readonly Compared[]): { shown: PostCompared; surplus: Ratio } {
  const [own, rest] = [true, false].map((is) => held.filter(({ isInGroup }) => isInGroup === is)) as [
    Compared[],
    Compared[],
  ];
  const counts = { postId, inGroup: own.length, others: rest.length };
  const none = { over: 0n, under: 1n };
  if (own.length === 0) return { shown: { ...counts, leftOut: "nobodyInGroup" }, surplus: none };
  if (rest.length < AT_LEAST) return { shown: { ...counts, leftOut: "tooFewOthers" }, surplus: none };
  const [sum, otherSum] = [own, rest].map((of) => sumOf(of.map(({ attainment }) => attainment))) as [bigint, bigint];
  const [size, otherSize] = [BigInt(own.length), BigInt(rest.length)];
  const meanOf = (over: bigint, under: bigint) => tenths(rounded({ over, under }, 10n));
  return {
    shown: {
      ...counts,
      means: { others: meanOf(otherSum, otherSize), ...(own.length >= AT_LEAST && { inGroup: meanOf(sum, size) }) },
    },
    surplus: { over: sum * otherSize - size * otherSum, under: otherSize },
  };
}

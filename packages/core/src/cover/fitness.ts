/** A shift that somebody must work while its owner serves. Instants are as `Instant` writes them. */
export interface Need {
  readonly needId: string;
  readonly post: string;
  /** Other posts whose holders may work this shift. */
  readonly coverableBy: readonly string[];
  readonly department: string;
  readonly branchId: string;
  readonly from: string;
  readonly to: string;
  /** Members who declined this need: they are never offered it again. */
  readonly declinedBy: readonly string[];
}

/** A party member who does not take part. `busy` holds own shifts and covers; instants are as `Instant` writes them. */
export interface Coverer {
  readonly memberId: string;
  readonly post: string;
  readonly department: string;
  readonly branchId: string;
  readonly coversThisYear: number;
  readonly busy: readonly Interval[];
}

/** A stretch of time, its end excluded: back to back is no overlap. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** Why somebody suits a need, from the weightiest criterion to the lightest. */
export interface Preference {
  readonly post: "same" | "coverable";
  readonly nearness: "sameDepartment" | "sameBranch" | "elsewhere";
  readonly coversThisYear: number;
}

const postRank = { same: 0, coverable: 1 } as const;
const nearnessRank = { sameDepartment: 0, sameBranch: 1, elsewhere: 2 } as const;

/** Covers beyond this many in a year weigh no more. */
const weightiestCovers = 999;

/**
 * What one step costs. For up to 10,000 needs the sum of all later criteria stays below one step of an earlier one
 * (10,000 × 999 < 10^7; 10,000 × 2 × 10^7 + 10^7 < 3 × 10^11), so a total compares criterion by criterion, and every
 * total (at most 3.1 × 10^15) is a safe integer.
 */
const stepCost = { post: 300_000_000_000, nearness: 10_000_000, cover: 1 } as const;

/** Decides whether a post may work the need's shift and how well it fits: the same post, or one that the shift's post
 * lists; undefined when it may not.
 * @source docs/domain.md A7 */
export function fitOf(need: Pick<Need, "post" | "coverableBy">, post: string): Preference["post"] | undefined {
  if (post === need.post) return "same";
  return need.coverableBy.includes(post) ? "coverable" : undefined;
}

type Place = Pick<Need, "department" | "branchId">;

/** Decides how near a coverer works: same department before same branch before all others.
 * @source docs/domain.md A7 */
export function nearnessOf(need: Place, coverer: Place): Preference["nearness"] {
  if (coverer.department === need.department) return "sameDepartment";
  return coverer.branchId === need.branchId ? "sameBranch" : "elsewhere";
}

/** Weighs one pair for a sum over a whole matching; an integer, smaller is better. */
export function costOf({ post, nearness, coversThisYear }: Preference): number {
  return (
    postRank[post] * stepCost.post +
    nearnessRank[nearness] * stepCost.nearness +
    Math.min(coversThisYear, weightiestCovers) * stepCost.cover
  );
}

/** Names the first criterion on which two preferences differ and which of them it favours (negative: the first). */
export function compare(one: Preference, other: Preference): { by: keyof Preference | "memberId"; difference: number } {
  const post = postRank[one.post] - postRank[other.post];
  if (post !== 0) return { by: "post", difference: post };
  const nearness = nearnessRank[one.nearness] - nearnessRank[other.nearness];
  if (nearness !== 0) return { by: "nearness", difference: nearness };
  const covers = one.coversThisYear - other.coversThisYear;
  return { by: covers === 0 ? "memberId" : "coversThisYear", difference: covers };
}

/** Orders ids by code unit, the same on every machine and in every language. */
export function compareIds(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

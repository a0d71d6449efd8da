import type { Info as Activity } from "../activity/activity.ts";
import { type Info, inOrder, isActive } from "./participation.ts";

/** What an allocation needs to know of one who signed up. */
export type Candidate = Pick<Info, "memberId" | "number" | "duty" | "displacedAt">;

/** Who gets a place in one position; each candidate is in exactly one list, each list in its order. */
export interface Allocated<C extends Candidate> {
  placed: C[];
  waiting: C[];
  /** On the duty list, without a place: free to cover for others. */
  released: C[];
}

/**
 * Allocates a position's places once, at the deadline.
 *
 * Duty members come first (fewest attendances this year, then number, then id), then sign-ups in the order of their
 * numbers. The rest of the sign-ups wait; duty members without a place are released.
 * @param attendances - attendances of the year by member; none counts as 0
 * @source docs/domain.md A7, Decision
 */
export function allocate<C extends Candidate>(
  candidates: readonly C[],
  { headCount, attendances }: { headCount: number; attendances: ReadonlyMap<string, number> },
): Allocated<C> {
  const served = (candidate: C) => attendances.get(candidate.memberId) ?? 0;
  const duty = candidates.filter((one) => one.duty).sort((a, b) => served(a) - served(b) || inOrder(a, b));
  const free = candidates.filter((one) => !one.duty).sort(inOrder);
  const forFree = Math.max(0, headCount - duty.length);
  return {
    placed: [...duty.slice(0, headCount), ...free.slice(0, forFree)],
    waiting: free.slice(forFree),
    released: duty.slice(headCount),
  };
}

/** Those whom an allocation ranks: everybody who has not withdrawn, whatever an unfinished run made of them. */
export const candidatesOf = (rows: readonly Info[], positionId: string): Info[] =>
  rows.filter((row) => row.positionId === positionId && (isActive(row) || row.state === "released"));

/**
 * Whether too few people have a place for the activity to be held.
 *
 * @param people - people (人数) placed at the deadline, each counted once
 * @source docs/domain.md, lifecycle 1
 */
export const isTooFew = (activity: Pick<Activity, "minimumPeople">, people: number): boolean =>
  people < activity.minimumPeople;

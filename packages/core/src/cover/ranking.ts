import { overlaps } from "../lib/time.ts";
import { type Coverer, compare, compareIds, fitOf, type Need, nearnessOf, type Preference } from "./fitness.ts";

/** Somebody who could take a need now, with the reasons for the place in the order. */
export interface Candidate extends Preference {
  readonly memberId: string;
  /** The criterion that puts this candidate behind the one before; `memberId` among equals, `first` for the best. */
  readonly behindBy: keyof Preference | "memberId" | "first";
}

/** Decides in which order the coverers come for one need taken alone; those who are unfit, busy then or declined it are
 * left out. A matching may give the need to a later one, when the earlier ones are needed elsewhere.
 * @source docs/domain.md A7 */
export function rankCandidates(need: Need, coverers: readonly Coverer[]): readonly Candidate[] {
  const able = coverers.flatMap((coverer) => asAble(need, coverer));
  able.sort((one, other) => compare(one, other).difference || compareIds(one.memberId, other.memberId));
  return able.map((candidate, index) => {
    const before = able[index - 1];
    return { ...candidate, behindBy: before ? compare(before, candidate).by : "first" };
  });
}

function asAble(need: Need, coverer: Coverer): Omit<Candidate, "behindBy">[] {
  const { memberId, coversThisYear } = coverer;
  const post = fitOf(need, coverer.post);
  if (!post || need.declinedBy.includes(memberId)) return [];
  if (coverer.busy.some((interval) => overlaps(interval, need))) return [];
  return [{ memberId, post, nearness: nearnessOf(need, coverer), coversThisYear }];
}

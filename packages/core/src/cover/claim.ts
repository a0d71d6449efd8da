import * as z from "zod";
import type { Effect } from "../outbox/outbox.ts";
import type * as Cover from "./cover.ts";

/**
 * Which need stands for a shift of a participant, and which other activities share time with the same shift: a shift is
 * covered once, in whatever activity it was needed first.
 *
 * @source docs/domain.md A7
 */
export const Claim = z.object({
  participantId: z.string(),
  shiftId: z.string(),
  /** The need that stands; nobody's once it became void. */
  holder: z.object({ activityId: z.string(), needId: z.string() }).exactOptional(),
  /** Activities whose own need is void as long as that one stands. */
  leaning: z.array(z.string()),
  /** 0 until it is written. */
  version: z.int().nonnegative(),
});
export type Claim = z.infer<typeof Claim>;
export type ClaimKey = Pick<Claim, "participantId" | "shiftId">;

export const emptyClaim = ({ participantId, shiftId }: ClaimKey): Claim => ({
  participantId,
  shiftId,
  leaning: [],
  version: 0,
});

export const stands = (need: Cover.Info): boolean => need.status !== "void";

/** Lets a need stand for its shift. @returns undefined when another activity's need does */
export function take(claim: Claim, { activityId, id: needId }: Cover.Info): Claim | undefined {
  if (claim.holder && claim.holder.needId !== needId) return undefined;
  if (claim.holder) return claim;
  return { ...claim, holder: { activityId, needId }, leaning: claim.leaning.filter((one) => one !== activityId) };
}

/** Has an activity looked at again once the need that stands does so no more. */
export const lean = (claim: Claim, activityId: string): Claim =>
  claim.leaning.includes(activityId) ? claim : { ...claim, leaning: [...claim.leaning, activityId] };

/** Takes a need that is void now out of a claim. */
export function release(claim: Claim, { id: needId }: Cover.Info): Claim {
  if (claim.holder?.needId !== needId) return claim;
  const { holder: _, ...free } = claim;
  return free;
}

/** Has the leaning activities computed again, when a claim came free: each needs the shift covered by itself now. */
export const followEffects = (claim: Claim, { id, version }: Cover.Info, at: string): Effect[] =>
  claim.leaning.map((activityId) => ({
    kind: "activity.follow",
    id: `cover.freed:${activityId}:${id}:${version + 1}`,
    dueAt: at,
    activityId,
  }));

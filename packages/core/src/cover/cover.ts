import { createHash } from "node:crypto";
import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";

export const NeedId = idOf("need");
export type NeedId = z.infer<typeof NeedId>;

/** Who was asked and does not cover: by an answer, by silence, not confirmed by the post's head, or given back once confirmed. */
export const Decline = z.object({
  memberId: z.string(),
  at: Instant,
  how: z.enum(["declined", "silence", "notConfirmed", "droppedOut"]),
  reason: z.string().max(1000).optional(),
  /** Who put it in, when somebody else said so by telephone. */
  by: z.string().optional(),
});
export type Decline = z.infer<typeof Decline>;

/** What a need is about: whose shift, at which post. Department and branch are the participant's on that day. */
const Facts = z.object({
  postId: z.string(),
  coverableBy: z.array(z.string()),
  departmentId: z.string().optional(),
  branchId: z.string().optional(),
});

const Base = Facts.extend({
  id: NeedId,
  activityId: z.string(),
  participantId: z.string(),
  shiftId: z.string(),
  /** The shift's hours, half-open [from, to). */
  from: Instant,
  to: Instant,
  /** Everybody who will not be asked again, in the order of asking. */
  declinedBy: z.array(Decline),
  openedAt: Instant,
  version: z.int().nonnegative(),
});
type Base = z.infer<typeof Base>;

/** Assigned by hand: by whom and why. */
export const Assigned = z.object({ by: z.string(), reason: z.string().min(1).max(1000) });
export type Assigned = z.infer<typeof Assigned>;

/** Why nobody covers: see `UnfilledReason` of the matching; else the stage's deadline passed, or the shift began. */
export const Unfilled = z.enum(["nobodyFit", "allBusy", "allDeclined", "allTaken", "deadline", "shiftBegun"]);
export type Unfilled = z.infer<typeof Unfilled>;

/** Why a cover is needed no more. `elsewhere`: another activity's need of the same shift stands, see claim.ts. */
export const Void = z.enum(["participantLeft", "noOverlap", "activityCancelled", "elsewhere"]);
export type Void = z.infer<typeof Void>;

const accepted = { memberId: z.string(), acceptedAt: Instant, assigned: Assigned.optional() };

/**
 * A shift of a participant that shares time with their service, and who works it instead.
 *
 * One need has at most one coverer at a time; only a confirmed one counts.
 * @source docs/domain.md A7
 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("open") }),
  Base.extend({ status: z.literal("offered"), memberId: z.string(), offeredAt: Instant, expiresAt: Instant }),
  Base.extend({ status: z.literal("accepted"), ...accepted }),
  Base.extend({
    status: z.literal("confirmed"),
    ...accepted,
    confirmedBy: z.string(),
    confirmedFor: z.string().optional(),
    confirmedAt: Instant,
  }),
  Base.extend({ status: z.literal("unfilled"), reason: Unfilled, since: Instant }),
  Base.extend({
    status: z.literal("void"),
    reason: Void,
    since: Instant,
    /** Who was asked or had agreed until then: no record is lost. */
    former: z.object({ memberId: z.string(), status: z.enum(["offered", "accepted", "confirmed"]) }).optional(),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Status = Info["status"];
export type Open = Extract<Info, { status: "open" }>;
export type Offered = Extract<Info, { status: "offered" }>;
export type Held = Extract<Info, { status: "accepted" | "confirmed" }>;
export type Confirmed = Extract<Info, { status: "confirmed" }>;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The id of a need, derived from what it is about, so that computing needs twice is one need. */
export function needIdOf(cause: { activityId: string; participantId: string; shiftId: string }): NeedId {
  const digest = createHash("sha256")
    .update([cause.activityId, cause.participantId, cause.shiftId].join("\n"))
    .digest();
  return NeedId.parse(`need_${Array.from(digest.subarray(0, 26), (byte) => ALPHABET[byte & 31]).join("")}`);
}

/** The need without what its status adds. */
export const bare = (need: Base): Base => ({
  id: need.id,
  activityId: need.activityId,
  participantId: need.participantId,
  shiftId: need.shiftId,
  postId: need.postId,
  coverableBy: need.coverableBy,
  ...(need.departmentId === undefined ? {} : { departmentId: need.departmentId }),
  ...(need.branchId === undefined ? {} : { branchId: need.branchId }),
  from: need.from,
  to: need.to,
  declinedBy: need.declinedBy,
  openedAt: need.openedAt,
  version: need.version,
});

/** Whether somebody agreed to cover, so that the hours are theirs. */
export const isHeld = (need: Info): need is Held => need.status === "accepted" || need.status === "confirmed";

/** Who is asked, agreed or confirmed; undefined when nobody is. */
export const covererOf = (need: Info): string | undefined =>
  need.status === "offered" || isHeld(need) ? need.memberId : undefined;

/** Whether a confirmed coverer has given it back: it is sought until the shift begins, whatever stage the activity is in. */
export const wasGivenBack = (need: Pick<Base, "declinedBy">): boolean =>
  need.declinedBy.some(({ how }) => how === "droppedOut");

/** Needs that stand, those among them without anybody who agreed, answers that were a no (silence is one), covers that the post's head confirmed. */
export interface Counts {
  needs: number;
  open: number;
  declined: number;
  confirmed: number;
}

export const countsOf = (needs: readonly Info[]): Counts => ({
  needs: needs.filter((need) => need.status !== "void").length,
  open: needs.filter((need) => need.status !== "void" && !isHeld(need)).length,
  declined: needs.flatMap((need) => need.declinedBy).filter((decline) => decline.how !== "notConfirmed").length,
  confirmed: needs.filter((need) => need.status === "confirmed").length,
});

/** The covers that earn points: confirmed, and not void. @source docs/domain.md A7, I2 */
export const doneCovers = (needs: readonly Info[]): { memberId: string; needId: NeedId }[] =>
  needs.flatMap((need) => (need.status === "confirmed" ? [{ memberId: need.memberId, needId: need.id }] : []));

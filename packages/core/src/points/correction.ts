import * as z from "zod";
import { HalfDays } from "../attendance/attendance.ts";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import { isOneOf, type Party } from "../permission/party.ts";
import { pointsRefusal } from "./points.refusals.ts";
import type { Code } from "./points.ts";

export const Id = idOf("cor");
export type Id = z.infer<typeof Id>;

const Session = z.object({ sessionId: z.string() });

/** What was wrong, and how it is right. @source docs/ledger.md Corrections */
export const Change = z.discriminatedUnion("kind", [
  /** Was there, and was not down or down as absent. */
  Session.extend({ kind: z.literal("present"), halfDays: HalfDays }),
  /** Came and left at other times. */
  Session.extend({ kind: z.literal("times"), checkedInAt: Instant, checkedOutAt: Instant }),
  /** Worked otherwise than was stated, without a check-out. */
  Session.extend({ kind: z.literal("halfDays"), halfDays: HalfDays }),
  /** Was down as present and was not there. */
  Session.extend({ kind: z.literal("absent"), excused: z.boolean() }),
  z.object({ kind: z.literal("covers"), covers: z.int().min(0).max(50) }),
  z.object({
    kind: z.literal("points"),
    points: z
      .int()
      .min(-10_000)
      .max(10_000)
      .refine((points) => points !== 0),
  }),
]);
export type Change = z.infer<typeof Change>;

const CODE_OF = {
  present: "backEntry",
  times: "workdays",
  halfDays: "workdays",
  absent: "absence",
  covers: "covers",
  points: "adjustment",
} as const satisfies Record<Change["kind"], Code>;

export const codeOf = ({ kind }: Change): Code => CODE_OF[kind];

const Base = z.object({
  id: Id,
  activityId: z.string(),
  memberId: z.string(),
  change: Change,
  reason: z.string().trim().min(1).max(1000),
  /** The objection that it answers. */
  objectionId: z.string().optional(),
  askedBy: z.string(),
  /** Whom the asker stood in for as a deputy. */
  askedFor: z.string().optional(),
  askedAt: Instant,
  version: z.int().nonnegative(),
});

/** A correction of what somebody has from an activity: one person asks, another decides. */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("requested") }),
  Base.extend({
    status: z.literal("approved"),
    decidedBy: z.string(),
    /** Whom the decider stood in for as a deputy. */
    decidedFor: z.string().optional(),
    decidedAt: Instant,
    /** In 0.01 points; 0 when nothing followed, and then there is no entry. */
    points: z.int(),
    entryId: z.string().optional(),
  }),
  Base.extend({
    status: z.literal("refused"),
    decidedBy: z.string(),
    decidedFor: z.string().optional(),
    decidedAt: Instant,
    refusal: z.string().min(1).max(1000),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Requested = Extract<Info, { status: "requested" }>;

/** @throws `correction.own` for oneself */
export function ask(wish: Omit<Requested, "status" | "version">): Requested {
  if (isOneOf({ by: wish.askedBy, deputyFor: wish.askedFor }, [wish.memberId])) throw pointsRefusal("correction.own");
  return { ...wish, status: "requested", version: 0 };
}

/**
 * Lets somebody decide on a correction, or refuses.
 *
 * @param deputyFor - whom `by` acts for: a deputy is as much a party to it as that person
 * @throws `correction.decided`, `correction.second_person` by who asked for it or whom it is about
 */
export function requireDecidable(correction: Info, by: string, deputyFor?: string): Requested {
  if (correction.status !== "requested") throw pointsRefusal("correction.decided", { at: correction.decidedAt });
  if (isOneOf({ by, deputyFor }, [correction.askedBy, correction.askedFor, correction.memberId]))
    throw pointsRefusal("correction.second_person");
  return correction;
}

/** Refuses a correction. @throws `correction.decided`, `correction.second_person` */
export const refuse = (
  correction: Info,
  { by, deputyFor, at, refusal }: Party & { at: string; refusal: string },
): Info => ({
  ...requireDecidable(correction, by, deputyFor),
  status: "refused",
  decidedBy: by,
  ...(deputyFor === undefined ? {} : { decidedFor: deputyFor }),
  decidedAt: at,
  refusal,
});

import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { requireOther } from "../permission/party.ts";
import { deedRefusal } from "./deed.refusals.ts";

export const Id = idOf("deed");
export type Id = z.infer<typeof Id>;

/** What is said of a practical deed: on which local day, what, and for whom; it may belong to an activity. */
export const Writing = z.object({
  date: Day,
  description: plainText(5, 1000),
  beneficiary: z.enum(["society", "client", "employee"]),
  /** What shows it: where pictures or a letter of thanks are, or a link. */
  evidence: plainText(2, 500).optional(),
  activityId: z.string().optional(),
  branchId: UnitId.optional(),
});
export type Writing = z.infer<typeof Writing>;

/** Why a deed is taken out of the count. */
export const Reason = plainText(2, 1000);

export const By = z.object({ actorId: z.string(), role: z.string().optional(), deputyFor: z.string().optional() });
export type By = z.infer<typeof By>;

const Base = Writing.extend({ id: Id, recordedAt: Instant, recordedBy: By });

const Confirmed = z.object({ at: Instant, by: By });

/**
 * A practical deed, counted on its own. One that somebody reported who may not record it counts once it is confirmed; a voided one
 * stays to be seen and counts no more.
 *
 * @source docs/domain.md A12
 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("standing"), confirmed: Confirmed.optional() }),
  Base.extend({ status: z.literal("reported") }),
  Base.extend({
    status: z.literal("void"),
    voidedAt: Instant,
    voidedBy: By,
    reason: Reason,
  }),
]);
export type Info = z.infer<typeof Info>;

/** How many deeds of a year stand, how many were voided, and how many wait to be confirmed. */
export const Count = z.object({ year: z.int(), standing: z.int(), voided: z.int(), reported: z.int() });
export type Count = z.infer<typeof Count>;

/** The year whose deeds a deed is counted with. */
export const yearOf = ({ date }: { date: string }): number => Number(date.slice(0, 4));

/** Who says that a deed was done, and when they say so; whether it counts at once. */
export interface Recording {
  id: Id;
  at: string;
  today: string;
  by: By;
  mayRecord?: boolean;
}

/**
 * Records a deed.
 * @param today - the local day of `at`
 * @param at - instant, ISO-8601 UTC
 * @param mayRecord - without the right to record deeds it is reported, and waits to be confirmed
 * @throws `deed.in_future`
 */
export function record(said: Writing, { id, at, today, by, mayRecord = true }: Recording): Info {
  if (said.date > today) throw deedRefusal("deed.in_future");
  return { ...said, id, recordedAt: at, recordedBy: by, status: mayRecord ? "standing" : "reported" };
}

/** Whether two say the same deed: of one day and activity, in the same words, by the same person. */
const isSame = (deed: Info, said: Writing, by: By): boolean =>
  deed.date === said.date &&
  deed.description === said.description &&
  deed.activityId === said.activityId &&
  deed.recordedBy.actorId === by.actorId;

/** Refuses what the same person said before of the same day, unless it was voided. @throws `deed.twice` */
export function requireNew(said: Writing, { by, id, known }: { by: By; id: string; known: readonly Info[] }): void {
  if (known.some((deed) => deed.id !== id && deed.status !== "void" && isSame(deed, said, by)))
    throw deedRefusal("deed.twice", { day: said.date });
}

/**
 * Makes a reported deed count.
 * @throws `deed.void`, `deed.confirmed` when it counts already, `deed.own` for who reported it, and for their deputy
 */
export function confirm(deed: Info, { at, by }: { at: string; by: By }): Info {
  if (deed.status === "void") throw deedRefusal("deed.void");
  if (deed.status === "standing") throw deedRefusal("deed.confirmed");
  requireOther({ by: by.actorId, deputyFor: by.deputyFor }, [deed.recordedBy.actorId, deed.recordedBy.deputyFor], () =>
    deedRefusal("deed.own"),
  );
  return { ...deed, status: "standing", confirmed: { at, by } };
}

/** Whether somebody may take a deed back without the right to record deeds: their own, as long as nobody confirmed it. */
export const isTakenBackBy = (deed: Info, { memberId }: { memberId: string }): boolean =>
  deed.status === "reported" && deed.recordedBy.actorId === memberId;

/**
 * Takes a deed out of the count and says why; the record stays. One that waits is turned down so.
 * @throws `deed.void` when it was voided before
 */
export function revoke(deed: Info, { at, by, reason }: { at: string; by: By; reason: string }): Info {
  if (deed.status === "void") throw deedRefusal("deed.void");
  return { ...deed, status: "void", voidedAt: at, voidedBy: by, reason };
}

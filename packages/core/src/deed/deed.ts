import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
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

/** A practical deed, counted on its own; a voided one stays to be seen and counts no more. @source docs/domain.md A12 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("standing") }),
  Base.extend({
    status: z.literal("void"),
    voidedAt: Instant,
    voidedBy: By,
    reason: Reason,
  }),
]);
export type Info = z.infer<typeof Info>;

/** How many deeds of a year stand, and how many were voided. */
export const Count = z.object({ year: z.int(), standing: z.int(), voided: z.int() });
export type Count = z.infer<typeof Count>;

/** The year whose deeds a deed is counted with. */
export const yearOf = ({ date }: { date: string }): number => Number(date.slice(0, 4));

/**
 * Records a deed.
 * @param today - the local day of `at`
 * @param at - instant, ISO-8601 UTC
 * @throws `deed.in_future`
 */
export function record(said: Writing, { id, at, today, by }: { id: Id; at: string; today: string; by: By }): Info {
  if (said.date > today) throw deedRefusal("deed.in_future");
  return { ...said, id, recordedAt: at, recordedBy: by, status: "standing" };
}

/**
 * Takes a deed out of the count and says why; the record stays.
 * @throws `deed.void` when it was voided before
 */
export function revoke(deed: Info, { at, by, reason }: { at: string; by: By; reason: string }): Info {
  if (deed.status === "void") throw deedRefusal("deed.void");
  return { ...deed, status: "void", voidedAt: at, voidedBy: by, reason };
}

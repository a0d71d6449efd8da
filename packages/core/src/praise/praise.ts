import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { praiseRefusal } from "./praise.refusals.ts";

export const Id = idOf("prs");
export type Id = z.infer<typeof Id>;

/** Whom it is for: one person, a team, or those of one activity. */
export const To = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), memberId: z.string() }),
  z.object({ kind: z.literal("team"), teamId: UnitId }),
  z.object({ kind: z.literal("activity"), activityId: z.string() }),
]);
export type To = z.infer<typeof To>;

/** Praise from outside: who gave it on which local day, to whom, and in which words. */
export const Writing = z.object({ issuer: plainText(2, 120), date: Day, to: To, text: plainText(2, 2000) });
export type Writing = z.infer<typeof Writing>;

/** Why it is taken out of the records. */
export const Reason = plainText(2, 1000);

export const By = z.object({ actorId: z.string(), role: z.string().optional(), deputyFor: z.string().optional() });
export type By = z.infer<typeof By>;

/** `branchId` is the branch of whom it is for, whose secretary may read and void it. */
const Base = Writing.extend({ id: Id, branchId: UnitId.optional(), recordedAt: Instant, recordedBy: By });

/** Praise as it was recorded; a voided one stays to be seen. No rule gives points for it. @source docs/domain.md E7 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("standing") }),
  Base.extend({ status: z.literal("void"), voidedAt: Instant, voidedBy: By, reason: Reason }),
]);
export type Info = z.infer<typeof Info>;

/** The year in whose list it stands. */
export const yearOf = ({ date }: { date: string }): number => Number(date.slice(0, 4));

/** The id of whom it is for. */
export function idOfTo(to: To): string {
  if (to.kind === "member") return to.memberId;
  return to.kind === "team" ? to.teamId : to.activityId;
}

interface Recording {
  id: Id;
  at: string;
  /** The local day of `at`. */
  today: string;
  by: By;
  branchId?: UnitId | undefined;
  /** The person whom it is for, when it is for one. */
  person?: { name: string; leftOn?: string | undefined } | undefined;
  /** What was recorded for the same receiver before. */
  known: readonly Info[];
}

/**
 * Records praise.
 * @param recording - `at` is ISO-8601 UTC
 * @throws `praise.in_future`, `praise.member_left`, `praise.twice`
 */
export function record(said: Writing, { id, at, today, by, branchId, person, known }: Recording): Info {
  if (said.date > today) throw praiseRefusal("praise.in_future");
  if (person?.leftOn !== undefined && person.leftOn <= today)
    throw praiseRefusal("praise.member_left", { name: person.name });
  const isSame = (one: Info) =>
    one.id !== id && one.status === "standing" && one.date === said.date && one.issuer === said.issuer;
  if (known.some((one) => isSame(one) && one.text === said.text))
    throw praiseRefusal("praise.twice", { day: said.date, issuer: said.issuer });
  return { ...said, id, ...(branchId && { branchId }), recordedAt: at, recordedBy: by, status: "standing" };
}

/** Voids praise and says why; the record stays. @throws `praise.void` when it was voided before */
export function revoke(praise: Info, { at, by, reason }: { at: string; by: By; reason: string }): Info {
  if (praise.status === "void") throw praiseRefusal("praise.void");
  return { ...praise, status: "void", voidedAt: at, voidedBy: by, reason };
}

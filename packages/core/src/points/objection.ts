import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { pointsRefusal } from "./points.refusals.ts";

export const Id = idOf("obj");
export type Id = z.infer<typeof Id>;

const Base = z.object({
  id: Id,
  memberId: z.string(),
  activityId: z.string(),
  /** The entry it is about; absent when there is none and should be one. */
  entryId: z.string().optional(),
  text: z.string().trim().min(1).max(2000),
  raisedAt: Instant,
  version: z.int().nonnegative(),
});

/** What somebody says against an entry of theirs, or against having none, and what was decided. @source docs/ledger.md Objections */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("open") }),
  Base.extend({
    status: z.literal("decided"),
    upheld: z.boolean(),
    decidedBy: z.string(),
    decidedAt: Instant,
    reason: z.string().min(1).max(1000),
  }),
]);
export type Info = z.infer<typeof Info>;

/**
 * Decides on an objection.
 *
 * @param involved - members who had a part in what it is about: the organizer, and who stands behind a correction
 * @throws `objection.decided`, `objection.second_person`
 */
export function decide(
  objection: Info,
  said: Party & { upheld: boolean; reason: string; at: string },
  involved: readonly string[],
): Info {
  if (objection.status === "decided") throw pointsRefusal("objection.decided", { at: objection.decidedAt });
  const { upheld, reason, by, at } = said;
  requireOther(said, [objection.memberId, ...involved], () => pointsRefusal("objection.second_person"));
  return { ...objection, status: "decided", upheld, reason, decidedBy: by, decidedAt: at };
}

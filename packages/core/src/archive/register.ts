import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";

/** Whose register an archive is filed in: the committee's, or that of one branch. @source docs/domain.md E4 */
export const RegisterOwner = z.union([z.literal("committee"), UnitId]);
export type RegisterOwner = z.infer<typeof RegisterOwner>;

/** Who did something, in which role, and for whom when as a deputy. */
export const By = z.object({
  actorId: z.string(),
  role: z.string().optional(),
  deputyFor: z.string().optional(),
});
export type By = z.infer<typeof By>;

/** One line of a register; numbers run from 1 without gaps for each owner and year. */
export const Entry = z.object({
  owner: RegisterOwner,
  year: z.int().min(1900).max(9999),
  number: z.int().positive(),
  activityId: z.string(),
  title: z.string(),
  materials: z.int().positive(),
  filedAt: Instant,
  filedBy: By,
});
export type Entry = z.infer<typeof Entry>;

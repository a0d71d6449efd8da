import * as z from "zod";
import type { NewId } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import type { By } from "../permission/actor.ts";

/** Who did what, when, in which role and for whom. Kept with the subject it is about; never changed. */
export const Entry = z.object({
  subjectId: z.string(),
  id: z.string(),
  at: Instant,
  action: z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/),
  actorId: z.string(),
  role: z.string().optional(),
  deputyFor: z.string().optional(),
  reason: z.string().max(1000).optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
});
export type Entry = z.infer<typeof Entry>;

/** What an audit entry is made of, beside its id. */
export type Told = Pick<Entry, "subjectId" | "at" | "action" | "reason" | "detail"> & { by: By };

/** The audit entry of something that was done about a subject. Of `by` the triple alone is kept. */
export function entryOf(newId: NewId, { by: { actorId, role, deputyFor }, ...about }: Told): Entry {
  const entry = { ...about, id: newId("aud"), actorId, role, deputyFor };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Entry;
}

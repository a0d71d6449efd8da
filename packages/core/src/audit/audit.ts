import * as z from "zod";
import type { NewId } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";

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

/** Who acts: the person, the role by which they may, and for whom they stand in. */
export interface By {
  actorId: string;
  role?: string | undefined;
  deputyFor?: string | undefined;
}

/** The audit entry of something that was done. Of `by` the triple alone is kept, whatever else a caller's type has. */
export function entryOf({
  by: { actorId, role, deputyFor },
  newId,
  ...about
}: Omit<Entry, "id" | keyof By> & { by: By; newId: NewId }): Entry {
  const told = { ...about, id: newId("aud"), actorId, role, deputyFor };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Entry;
}

import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";

export const Id = idOf("dia");
export type Id = z.infer<typeof Id>;

/** At most this many entries an author and activity. */
export const DIARIES_MAXIMUM = 20;

/** Plain text of 10 to 5,000 characters; what looks like markup is just text. */
export const Text = plainText(10, 5000);

/** What a volunteer wrote about an activity; optional, several authors, several each. @source docs/domain.md E3 */
export const Info = z.object({
  id: Id,
  activityId: z.string(),
  authorId: z.string(),
  text: Text,
  writtenAt: Instant,
  editedAt: Instant.optional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/**
 * Replaces what a diary says; the same text changes nothing.
 * @param at - instant, ISO-8601 UTC
 * @throws `edit.changed` when it was changed since `version` was read
 */
export function edit(diary: Info, { text, version, at }: { text: string; version: number; at: string }): Info {
  requireVersion(diary, version);
  return text === diary.text ? diary : { ...diary, text, editedAt: at };
}

import * as z from "zod";
import { Instant } from "../lib/time.ts";

/** To whom a message goes; groups are resolved when it is sent, so that reminders are judged by the rows of that moment. */
export const Audience = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("members"), memberIds: z.array(z.string()).min(1).max(100) }),
  z.object({
    kind: z.literal("activity"),
    activityId: z.string(),
    who: z.enum([
      "dutyList",
      "undecided",
      "placed",
      "waiting",
      "released",
      "organizer",
      "participants",
      "attended",
      "stewards",
    ]),
    /** Of those with a place, or who wait for one, only who has it in this session. */
    sessionId: z.string().optional(),
  }),
  z.object({ kind: z.literal("role"), role: z.string(), unitId: z.string().optional() }),
]);
export type Audience = z.infer<typeof Audience>;

/** When a reminder that was written ahead still makes sense; judged by rows when it is sent. */
export const Only = z.object({
  /** The activity is in this stage and the stage has no outcome. */
  stageOpen: z.string().optional(),
  /** The plan's last instant of that stage is still this one: a rescheduled stage has reminders of its own. */
  planned: Instant.optional(),
  /** The session still begins at this instant. */
  session: z.object({ id: z.string(), startsAt: Instant }).optional(),
});

/** What a noun makes the fields of its effects of. Functions of zod one by one: the whole of it would be a quarter of a bundle. */
export const FIELDS = { string: z.string, int: z.int, oneOf: z.enum, record: z.record, Audience, Only };
export type EffectFields = typeof FIELDS;

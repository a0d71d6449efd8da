import * as z from "zod";
import { Instant } from "../lib/time.ts";

const Base = z.object({
  /** Derived from the cause, so that writing it twice is one effect. */
  id: z.string().min(1).max(400),
  /** Not sent before this instant. */
  dueAt: Instant,
});

/** To whom a message goes; groups are resolved when it is sent, so that reminders are judged by the rows of that moment. */
export const Audience = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("members"), memberIds: z.array(z.string()).min(1).max(100) }),
  z.object({
    kind: z.literal("activity"),
    activityId: z.string(),
    who: z.enum(["dutyList", "undecided", "placed", "waiting", "released", "organizer", "participants", "attended"]),
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
});

const awardRun = { year: z.int(), run: z.int().positive() };

/** An effect that leaves the domain. It is a row in the transaction of the fact that causes it. */
export const Effect = z.discriminatedUnion("kind", [
  Base.extend({ kind: z.literal("execution.start"), activityId: z.string(), generation: z.int(), input: z.string() }),
  Base.extend({ kind: z.literal("lifecycle.nudge"), activityId: z.string() }),
  Base.extend({ kind: z.literal("announcement.publish"), activityId: z.string(), announcementId: z.string() }),
  Base.extend({
    kind: z.literal("message.send"),
    template: z.string(),
    params: z.record(z.string(), z.string()),
    to: Audience,
    activityId: z.string().optional(),
    only: Only.optional(),
  }),
  Base.extend({ kind: z.literal("archive.escalate"), activityId: z.string(), round: z.int().positive() }),
  Base.extend({ kind: z.literal("cover.round"), activityId: z.string() }),
  /** Who serves, when, or whether at all has changed: notice, places, covers and survey are brought in line. */
  Base.extend({ kind: z.literal("activity.follow"), activityId: z.string() }),
  Base.extend({ kind: z.literal("survey.send"), activityId: z.string(), issue: z.int().positive() }),
  Base.extend({ kind: z.literal("material.process"), activityId: z.string(), materialId: z.string() }),
  Base.extend({ kind: z.literal("award.start"), ...awardRun, generation: z.int(), input: z.string() }),
  Base.extend({ kind: z.literal("award.nudge"), ...awardRun }),
  /** A run was withdrawn: the next one of the year begins. */
  Base.extend({ kind: z.literal("award.next"), ...awardRun, cause: z.enum(["correction", "objection"]) }),
  Base.extend({ kind: z.literal("award.notice"), ...awardRun, notice: z.enum(["proposed", "published"]) }),
  /** Tells everybody whom a run concerns; the cursor is the next part of the standings. */
  Base.extend({ kind: z.literal("award.tell"), ...awardRun }),
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect["kind"];
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;

/** An effect on its way. `cursor` is where a fan-out goes on; `attempts` counts failures. */
export interface Row {
  effect: Effect;
  attempts: number;
  createdAt: string;
  cursor?: string | undefined;
  lastError?: string | undefined;
  /** What was in force when it was written; rows of the first release have none. */
  correlation?: string | undefined;
}

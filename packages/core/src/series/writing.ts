import * as z from "zod";
import { Draft, Position } from "../activity/activity.ts";
import { Day } from "../lib/time.ts";
import { Info as Proposal, Wishes } from "../proposal/proposal.ts";

const Weekday = z.int().min(1).max(7);

/** On which local days a visit is: weekdays are 1 for Monday to 7 for Sunday; the nth of a month is 1 to 4, or -1 for its last. */
export const Rule = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("weekly"),
    everyWeeks: z.int().min(1).max(4),
    weekdays: z.array(Weekday).min(1).max(7),
  }),
  z.object({ kind: z.literal("monthlyOnDay"), day: z.int().min(1).max(31) }),
  z.object({
    kind: z.literal("monthlyOnWeekday"),
    nth: z.union([z.int().min(1).max(4), z.literal(-1)]),
    weekday: Weekday,
  }),
]);
export type Rule = z.infer<typeof Rule>;

/** A stretch of service as the clock on the wall has it; the day is the visit's. */
export const SessionTime = z.object({
  startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must look like 09:30"),
  minutes: z.int().min(15).max(1440),
  positions: z
    .array(Position.omit({ id: true }).extend({ requiredSkills: Position.shape.requiredSkills.default([]) }))
    .min(1)
    .max(20),
});
export type SessionTime = z.infer<typeof SessionTime>;

/** An activity without its dates: what each visit of a series is, or what a template holds. */
export const Content = Draft.omit({ recruitUntil: true, coverUntil: true, campaignId: true }).extend({
  purposes: Draft.shape.purposes.default([]),
  audience: Draft.shape.audience.default({ branchIds: [], teamIds: [] }),
  minimumPeople: Draft.shape.minimumPeople.default(0),
  surveyDays: Draft.shape.surveyDays.default(14),
  /** Each visit of a team or a volunteer is a plan of its own, sent to the alliance. */
  proposal: z.object({ plan: Proposal.options[0].shape.plan, wishes: Wishes }).optional(),
});
export type Content = z.infer<typeof Content>;

export const Sessions = z.array(SessionTime).min(1).max(5);

/** What an organizer says of a series; days are local ones of the alliance. @source docs/domain.md A10 */
export const Writing = z.object({
  content: Content,
  sessions: Sessions,
  rule: Rule,
  from: Day,
  /** The last day on which a visit may be, at most a year after the first. */
  until: Day.optional(),
  /** How many days before a visit it becomes an activity that people are told of. */
  announceDays: z.int().min(2).max(60).default(14),
  /** How many hours before its start recruiting ends. */
  recruitHours: z.int().min(1).max(720).default(48),
});
export type Writing = z.infer<typeof Writing>;

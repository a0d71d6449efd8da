import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { Day, Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";

export const Id = idOf("act");
export type Id = z.infer<typeof Id>;
export const SessionId = idOf("ses");
export type SessionId = z.infer<typeof SessionId>;
export const PositionId = idOf("pos");
export type PositionId = z.infer<typeof PositionId>;

export const Origin = z.enum(["alliance", "team", "self"]);
export type Origin = z.infer<typeof Origin>;

/** A post to fill in one session: how many people, and which skills each must bring. */
export const Position = z.object({
  id: PositionId,
  name: z.string().trim().min(1).max(80),
  headCount: z.int().min(1).max(5000),
  requiredSkills: z.array(z.string().min(1).max(40)).max(10),
});
export type Position = z.infer<typeof Position>;

/** That a session will not be held; it stays where it is, so that the others keep their numbers. */
export const SessionCancellation = z.object({ at: Instant, by: z.string(), reason: z.string().min(1).max(1000) });
export type SessionCancellation = z.infer<typeof SessionCancellation>;

/** One stretch of service: half-open, [startsAt, endsAt). */
export const Session = z.object({
  id: SessionId,
  startsAt: Instant,
  endsAt: Instant,
  /** When it was last moved; what was put down before that is about another time. */
  movedAt: Instant.optional(),
  cancelled: SessionCancellation.optional(),
  /** Until when people sign up for one that was added after recruiting; its places are given out then, by themselves. */
  signUpUntil: Instant.optional(),
  positions: z.array(Position).min(1).max(20),
});
export type Session = z.infer<typeof Session>;

/** Whether there is a definite served party to ask afterwards; without one the survey is skipped. @source docs/domain.md E5 */
export const ServedParty = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("definite"), description: z.string().trim().min(1).max(200) }),
  z.object({ kind: z.literal("none"), reason: z.string().trim().min(1).max(200) }),
]);
export type ServedParty = z.infer<typeof ServedParty>;

/** Whom people ask about an activity, in words that are meant for everybody; without it, its organizer. */
export const Contact = z.object({ name: z.string().trim().min(1).max(40), phone: z.string().trim().min(1).max(40) });
export type Contact = z.infer<typeof Contact>;

/** Who insures the volunteers; `own` asks them to insure themselves. @source 志愿服务条例 (State Council Order 685) */
export const Insurance = z.object({
  kind: z.enum(["company", "own", "none"]),
  text: z.string().trim().min(1).max(500).optional(),
});
export type Insurance = z.infer<typeof Insurance>;

/** What the organizer decides; ids of sessions and positions are added by us. @source docs/domain.md A1–A3 */
export const Draft = z.object({
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().min(1).max(4000),
  place: z.string().trim().min(1).max(200),
  risks: z.string().trim().min(1).max(1000),
  insurance: Insurance.optional(),
  contact: Contact.optional(),
  origin: Origin,
  scope: z.enum(["general", "special"]),
  beneficiary: z.enum(["society", "client", "employee"]),
  programme: z.string().trim().min(1).max(80).optional(),
  purposes: z.array(z.enum(["business", "service", "responsibility"])).max(3),
  branchId: UnitId.optional(),
  teamId: UnitId.optional(),
  audience: z.object({ branchIds: z.array(UnitId).max(100), teamIds: z.array(UnitId).max(100) }),
  minimumPeople: z.int().min(0).max(5000),
  servedParty: ServedParty,
  recruitUntil: Instant,
  coverUntil: Instant.optional(),
  surveyDays: z.int().min(1).max(60),
  /** The campaign that it is part of. */
  campaignId: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;

/** An activity as its organizer described it. Where it stands is the lifecycle's row. */
export const Info = Draft.extend({
  id: Id,
  organizerId: z.string(),
  sessions: z.array(Session).min(1).max(20),
  /** The series of which it is one visit, and the local day of that visit; moving it leaves the day as it was. */
  seriesId: z.string().optional(),
  occurrence: Day.optional(),
  createdAt: Instant,
  /** When the risks were last stated anew: a consent from before is asked for again. */
  risksAt: Instant.optional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** The sessions that are held; all of them, should none be. */
export function heldSessions<S extends { cancelled?: SessionCancellation | undefined }>({
  sessions,
}: {
  sessions: readonly S[];
}): readonly S[] {
  const held = sessions.filter(({ cancelled }) => cancelled === undefined);
  return held.length > 0 ? held : sessions;
}

type Times = Pick<Session, "startsAt" | "endsAt" | "cancelled">;

/** The instant at which the first session begins that is held: until then the activity as a whole has not begun. */
export const startOf = (activity: { sessions: readonly Omit<Times, "endsAt">[] }): string =>
  heldSessions(activity)
    .map((session) => session.startsAt)
    .sort()[0] ?? "";

/** When a session was last moved or cancelled; undefined when all are as they were published. */
export const sessionsChangedAt = ({ sessions }: Pick<Info, "sessions">): string | undefined =>
  sessions
    .flatMap(({ movedAt, cancelled }) => [movedAt, cancelled?.at])
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);

/** The instant of the last session's end, exclusive: who is there until 24:00 is not there on the next day. */
export const endOf = (activity: { sessions: readonly Omit<Times, "startsAt">[] }): string =>
  heldSessions(activity)
    .map((session) => session.endsAt)
    .sort()
    .at(-1) ?? "";

/** The last instant of service, a millisecond before the end: its local year and the rule set then count. @source docs/domain.md I2, E4 */
export const lastInstantOf = (activity: Pick<Info, "sessions">): string =>
  new Date(Date.parse(endOf(activity)) - 1).toISOString();

/** Finds a position and its session by the position's id. */
export const positionOf = (activity: Pick<Info, "sessions">, positionId: string) => {
  for (const session of activity.sessions)
    for (const position of session.positions) if (position.id === positionId) return { session, position };
  return undefined;
};

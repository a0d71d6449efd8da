import * as z from "zod";
import { type Position, Session, SessionId } from "../activity/activity.ts";
import type * as Course from "../course/course.ts";
import { AUDIENCES, KINDS } from "../course/kinds.ts";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Instant, overlaps } from "../lib/time.ts";
import { classRefusal } from "./class.refusals.ts";

export const Id = idOf("cls");
export type Id = z.infer<typeof Id>;

const MOST_SESSIONS = 20;
const MOST_SEATS = 2000;
const LONGEST_HOURS = 24;
/** How a seat is called where places have names. */
const SEAT = "学员";

/** One stretch of teaching, half-open; `id` names one that is known already. */
export const Planned = z.object({ id: SessionId.optional(), startsAt: Instant, endsAt: Instant });
export type Planned = z.infer<typeof Planned>;

/** What is said of a class. */
export const Writing = z.object({
  /** Members who teach; each of them gives every session. */
  trainerIds: z.array(z.string().max(64)).max(5).default([]),
  /** Who teaches when that is nobody of the alliance. */
  outside: plainText(2, 120).optional(),
  place: plainText(1, 200),
  /** How many the room holds. */
  room: z.int().min(1).max(MOST_SEATS).optional(),
  seats: z.int().min(1).max(MOST_SEATS),
  sessions: z.array(Planned).min(1).max(MOST_SESSIONS),
  note: plainText(1, 1000).optional(),
});
export type Writing = z.infer<typeof Writing>;

/** What of its course a class keeps: figures and certificates go by what the course was then. */
export const OfCourse = z.object({
  title: z.string(),
  kind: z.enum(KINDS),
  audience: z.enum(AUDIENCES),
  teamId: z.string().optional(),
  certifies: z.object({ skill: z.string(), months: z.int().optional() }).optional(),
});
export type OfCourse = z.infer<typeof OfCourse>;

const Cancelled = z.object({ at: Instant, by: z.string(), reason: z.string().min(1).max(1000) });

/**
 * A class of a course: who teaches it where, its sessions in time and the seats in each. It is a scope of the kit of
 * sign-ups: each session has one position, its seats.
 *
 * @source docs/domain.md T1, T3, T6
 */
export const Info = Writing.omit({ sessions: true }).extend({
  id: Id,
  courseId: z.string(),
  course: OfCourse,
  sessions: z.array(Session).min(1).max(MOST_SESSIONS),
  /** Entered when it was over, from paper, and why so late. */
  late: z.string().optional(),
  createdAt: Instant,
  createdBy: z.string(),
  cancelled: Cancelled.optional(),
  /** From then on its attendances count, and the points of who taught it are posted. */
  closed: z.object({ at: Instant, by: z.string() }).optional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

export const held = <S extends Pick<Session, "cancelled">>({ sessions }: { sessions: readonly S[] }): S[] =>
  sessions.filter(({ cancelled }) => !cancelled);
export const startOf = (one: Pick<Info, "sessions">): string => first(one.sessions).startsAt;
/** When its last session that is held ends, ISO-8601 UTC. */
export const endOf = (one: Pick<Info, "sessions">): string => {
  const ends = (held(one).length > 0 ? held(one) : one.sessions).map(({ endsAt }) => endsAt).sort();
  return ends.at(-1) ?? "";
};
const first = (sessions: Info["sessions"]) => sessions[0] as Session;

interface Ids {
  session: () => SessionId;
  position: () => Position["id"];
}
interface Acting {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

export const ofCourse = ({ title, kind, audience, teamId, certifies }: Course.Info): OfCourse => ({
  ...{ title, kind, audience },
  ...(teamId === undefined ? {} : { teamId }),
  ...(certifies === undefined ? {} : { certifies }),
});

/**
 * Plans a class.
 *
 * @param late - why it is entered when it is over; without it, it lies ahead
 * @throws `class.course_ended`, `class.trainer_missing`, `class.teacher_missing`, `class.seats_above_room`,
 * `class.session_invalid`, `class.sessions_overlap`, `class.past`, `class.not_over`
 */
export function begin(
  course: Course.Info,
  writing: Writing,
  { id, ids, by, at, late }: Acting & { id: Id; ids: Ids; late?: string | undefined },
): Info {
  if (course.ended) throw classRefusal("class.course_ended");
  const { sessions, ...said } = sound(course, writing);
  const planned = sessions.map((one) => seated(one, { seats: said.seats, ids }));
  if (late === undefined && first(planned).startsAt <= at) throw classRefusal("class.past");
  if (late !== undefined && endOf({ sessions: planned }) > at) throw classRefusal("class.not_over");
  return {
    ...said,
    ...{ id, courseId: course.id, course: ofCourse(course), sessions: planned },
    ...(late === undefined ? {} : { late }),
    ...{ createdAt: at, createdBy: by, version: 0 },
  };
}

const seated = ({ startsAt, endsAt }: Planned, { seats, ids }: { seats: number; ids: Ids }): Session => ({
  ...{ id: ids.session(), startsAt, endsAt },
  positions: [{ id: ids.position(), name: SEAT, headCount: seats, requiredSkills: [] }],
});

/** Who teaches, seats that the room has, and sessions one after the other. */
function sound({ kind }: Pick<Course.Info, "kind">, writing: Writing): Writing {
  const { trainerIds, outside, room, seats } = writing;
  if (kind === "internal" && trainerIds.length === 0) throw classRefusal("class.trainer_missing");
  if (trainerIds.length === 0 && outside === undefined) throw classRefusal("class.teacher_missing");
  if (room !== undefined && seats > room) throw classRefusal("class.seats_above_room", { room });
  const sessions = writing.sessions.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  for (const { startsAt, endsAt } of sessions) {
    const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;
    if (!(hours > 0 && hours <= LONGEST_HOURS)) throw classRefusal("class.session_invalid");
  }
  for (const [at, one] of sessions.entries()) {
    const next = sessions[at + 1];
    if (next && overlaps(spanOf(one), spanOf(next))) throw classRefusal("class.sessions_overlap");
  }
  return { ...writing, trainerIds: [...new Set(trainerIds)], sessions };
}

const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({ from: startsAt, to: endsAt });

/** Demands that a class goes on. @throws `class.cancelled`, `class.closed` */
export function requireGoingOn(one: Info): void {
  if (one.cancelled) throw classRefusal("class.cancelled");
  if (one.closed) throw classRefusal("class.closed");
}

/**
 * Says a class otherwise. A session that has begun stays as it was; one that is left out is cancelled by itself, with a
 * reason, not here.
 *
 * @param version - as its editor read it
 * @throws `edit.changed`, `class.cancelled`, `class.closed`, `class.session_missing`, `class.session_begun`, those of `begin`
 */
export function revise(
  one: Info,
  writing: Writing,
  { version, at, ids }: { version: number; at: string; ids: Ids },
): Info {
  requireVersion(one, version);
  requireGoingOn(one);
  const { sessions, ...said } = sound(one.course, writing);
  const known = new Map(one.sessions.map((session) => [session.id as string, session]));
  const kept = new Set(sessions.flatMap(({ id }) => id ?? []));
  if (held(one).some(({ id }) => !kept.has(id))) throw classRefusal("class.session_missing");
  const planned = sessions.map((session) => {
    const before = session.id && known.get(session.id);
    if (session.id && !before) throw classRefusal("class.session_missing");
    if (!before) return ahead(seated(session, { seats: said.seats, ids }), at);
    return ahead(moved(before, session, { seats: said.seats, at }), at, before);
  });
  const cancelled = one.sessions.filter((session) => session.cancelled && !kept.has(session.id));
  const all = [...planned, ...cancelled].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const { outside: _, room: __, note: ___, ...rest } = one;
  return { ...rest, ...said, sessions: all };
}

function moved(before: Session, { startsAt, endsAt }: Planned, { seats, at }: { seats: number; at: string }): Session {
  const isMoved = before.startsAt !== startsAt || before.endsAt !== endsAt;
  const positions = before.positions.map((position) => ({ ...position, headCount: seats }));
  return { ...before, startsAt, endsAt, positions, ...(isMoved ? { movedAt: at } : {}) };
}

/** A session that is new or moved lies ahead, and one that has begun keeps its time. */
function ahead(session: Session, at: string, before?: Session): Session {
  const isMoved = before === undefined || session.movedAt === at;
  if (!isMoved) return session;
  if (before && before.startsAt <= at) throw classRefusal("class.session_begun");
  if (session.startsAt <= at) throw classRefusal("class.past");
  return session;
}

/** Calls one session off. @throws `class.cancelled`, `class.closed`, `class.session_missing`, `class.session_begun` */
export function cancelSession(one: Info, sessionId: string, { by, at, reason }: Acting & { reason: string }): Info {
  requireGoingOn(one);
  const session = one.sessions.find(({ id }) => id === sessionId);
  if (!session) throw classRefusal("class.session_missing");
  if (session.cancelled) return one;
  if (session.startsAt <= at) throw classRefusal("class.session_begun");
  const sessions = one.sessions.map((each) => (each === session ? { ...each, cancelled: { at, by, reason } } : each));
  return { ...one, sessions };
}

/** Calls a class off until its last session is over. @throws `class.closed`, `class.over` */
export function cancel(one: Info, { by, at, reason }: Acting & { reason: string }): Info {
  if (one.cancelled) return one;
  if (one.closed) throw classRefusal("class.closed");
  if (endOf(one) <= at) throw classRefusal("class.over");
  return { ...one, cancelled: { at, by, reason } };
}

/**
 * Closes a class once it is over: what was attended counts from then on. Doing it twice is one.
 *
 * One that was entered late is closed by somebody else than who entered it.
 * @param deputyFor - in whose name
 * @throws `class.cancelled`, `class.not_over`, `class.own_entry`
 */
export function close(one: Info, { by, deputyFor, at }: Acting & { deputyFor?: string | undefined }): Info {
  if (one.closed) return one;
  if (one.cancelled) throw classRefusal("class.cancelled");
  if (endOf(one) > at) throw classRefusal("class.not_over");
  if (one.late !== undefined && (by === one.createdBy || deputyFor === one.createdBy || by === "system"))
    throw classRefusal("class.own_entry");
  return { ...one, closed: { at, by } };
}

import { isAway } from "@yigong/core/away/away.ts";
import { classRefusal } from "@yigong/core/class/class.refusals.ts";
import { type Info as Class, held } from "@yigong/core/class/class.ts";
import { type Applicant, type Busy, type Fault, faultsOf } from "@yigong/core/class/enrol.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, overlaps } from "@yigong/core/lib/time.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { type Active, isActive } from "@yigong/core/participation/participation.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { ClassDeps } from "./class-stores.ts";

/** A session of a class as somebody who may enrol sees it. */
export interface Seat {
  sessionId: string;
  place?: Active;
  /** How many wait before them, themselves included. */
  queue?: number;
  faults: Fault[];
  /** Their own shift at that time: it keeps nobody from it, and wants to be known. */
  onShift?: { from: string; to: string };
  /** They said that they are away then: it keeps nobody from it either. */
  isAway: boolean;
}

/** What keeps a member busy from an instant on: places in activities that are held, seats in classes, covers. */
export async function busyOf(deps: ClassDeps, memberId: string, from: string): Promise<Busy[]> {
  const [places, seats, calendars] = await Promise.all([
    deps.participations.heldAfter(memberId, from),
    deps.enrolments.heldAfter(memberId, from),
    deps.covers.calendars([memberId]),
  ]);
  const rows = await deps.lifecycles.getMany([...new Set(places.map(({ activityId }) => activityId))]);
  const standing = places.filter(({ activityId }) => rows.get(activityId)?.status !== "cancelled");
  const timed = (kind: "activity" | "class") => (row: Active) =>
    ({ kind, from: row.startsAt, to: row.endsAt, id: row.activityId }) satisfies Busy;
  const covers = calendars.get(memberId)?.entries ?? [];
  return [
    ...standing.map(timed("activity")),
    ...seats.map(timed("class")),
    ...covers.map(({ from: begins, to }) => ({ kind: "cover" as const, from: begins, to })),
  ];
}

async function applicantOf(deps: ClassDeps, memberId: string, at: string): Promise<Applicant> {
  const [member, busy] = await Promise.all([deps.members.get(memberId), busyOf(deps, memberId, at)]);
  return { member, busy, at, day: dayOf(at, deps.zone), zone: deps.zone };
}

/** Each session that is held, with the member's own seat, what keeps them from one, and their shift at that time. */
export async function ownSeats(
  deps: ClassDeps,
  one: Class,
  { memberId, at }: { memberId: string; at: string },
): Promise<Seat[]> {
  const sessions = held(one);
  const [applicant, own] = await Promise.all([
    applicantOf(deps, memberId, at),
    deps.enrolments.ofMember(one, memberId),
  ]);
  const span = { from: sessions[0]?.startsAt ?? at, to: sessions.at(-1)?.endsAt ?? at };
  const [shifts, aways] =
    sessions.length > 0
      ? await Promise.all([deps.shifts.ofMembers([memberId], span, deps.zone), deps.aways.ofMany([memberId], recent)])
      : [[], new Map<string, never>()];
  const away = aways.get(memberId);
  return Promise.all(
    sessions.map(async (session) => {
      const place = own.filter(isActive).find(({ sessionId }) => sessionId === session.id);
      const queue = place?.state === "waiting" ? await deps.enrolments.queueOf(one, place) : undefined;
      const shift = shifts.find((each) =>
        overlaps({ from: each.startsAt, to: each.endsAt }, { from: session.startsAt, to: session.endsAt }),
      );
      return {
        sessionId: session.id,
        ...(place ? { place } : {}),
        ...(queue === undefined ? {} : { queue }),
        faults: place ? [] : faultsOf(one, session, applicant),
        isAway: away !== undefined && isAway(away, { from: session.startsAt, to: session.endsAt }, deps.zone),
        ...(shift ? { onShift: { from: shift.startsAt, to: shift.endsAt } } : {}),
      };
    }),
  );
}

const SNAKE = {
  cancelled: "class.enrol_cancelled",
  closed: "class.enrol_closed",
  sessionCancelled: "class.enrol_session_cancelled",
  begun: "class.enrol_begun",
  notVolunteer: "class.enrol_not_volunteer",
  leaving: "class.enrol_leaving",
  trainer: "class.enrol_trainer",
  busyActivity: "class.enrol_busy_activity",
  busyClass: "class.enrol_busy_class",
  covering: "class.enrol_covering",
} as const;

/** A fault as a refusal. */
export const refusalOf = (fault: Fault) =>
  "from" in fault
    ? classRefusal(SNAKE[fault.reason], { from: fault.from, until: fault.until })
    : classRefusal(SNAKE[fault.reason]);

interface Enrolling {
  classId: string;
  memberId: string;
  /** Only these; without them every session that is ahead. */
  sessionIds?: readonly string[] | undefined;
  at: string;
  /** The trainer or organizer who takes them in. */
  taking?: { by: By } | undefined;
}

/**
 * Enrols a member in sessions of a class, each with a seat or a place in its line. Doing it twice is one.
 *
 * @throws `class.missing`, `class.session_missing`, the first of `faultsOf` as `class.enrol_…`, `class.no_seat` on the spot
 * @source docs/domain.md T6, "Decisions, classes"
 */
export const enrol =
  (deps: ClassDeps) =>
  async ({ classId, memberId, sessionIds, at, taking }: Enrolling): Promise<Active[]> => {
    const one = await deps.classes.get(classId);
    const [applicant, own] = await Promise.all([
      applicantOf(deps, memberId, at),
      deps.enrolments.ofMember(one, memberId),
    ]);
    const wanted = wantedOf(one, sessionIds, at, taking !== undefined);
    const places: Active[] = [];
    for (const session of wanted) {
      const before = own.filter(isActive).find((row) => row.sessionId === session.id);
      const [fault] = before ? [] : faultsOf(one, session, { ...applicant, onTheSpot: taking !== undefined });
      if (fault) throw refusalOf(fault);
    }
    for (const session of wanted) {
      const [position] = session.positions;
      if (!position) continue;
      places.push(
        await deps.enrolments.signUp({
          ...{ activityId: one.id, memberId, session, position, duty: false, at },
          ...(taking ? { entered: { by: taking.by.actorId, at, how: "inPerson" as const } } : {}),
        }),
      );
    }
    return places;
  };

function wantedOf(one: Class, sessionIds: readonly string[] | undefined, at: string, onTheSpot: boolean) {
  if (sessionIds === undefined) {
    const ahead = held(one).filter(({ startsAt, endsAt }) => (onTheSpot ? endsAt : startsAt) > at);
    // Nothing ahead says why by the first session's own fault.
    return ahead.length > 0 ? ahead : one.sessions.slice(0, 1);
  }
  return sessionIds.map((id) => {
    const session = one.sessions.find((each) => each.id === id);
    if (!session) throw classRefusal("class.session_missing");
    return session;
  });
}

/**
 * Gives seats of a class up before their sessions begin; who waits moves up and is told. Doing it twice is one.
 *
 * @throws `class.missing`, `class.enrol_begun` when none is ahead
 */
export const withdraw =
  (deps: ClassDeps) =>
  async ({ classId, memberId, sessionIds, at }: Omit<Enrolling, "taking">): Promise<void> => {
    const one = await deps.classes.get(classId);
    const own = (await deps.enrolments.ofMember(one, memberId)).filter(isActive);
    const named = own.filter(({ sessionId }) => sessionIds === undefined || sessionIds.includes(sessionId));
    const ahead = named.filter(({ startsAt }) => startsAt > at);
    if (named.length > 0 && ahead.length === 0) throw classRefusal("class.enrol_begun");
    for (const { sessionId, number, state } of ahead)
      await deps.enrolments.vacate({
        ...{ activity: one, memberId, sessionId, zone: deps.zone },
        leaving: { by: memberId, cause: "own", at },
        effects: () => (state === "placed" ? [movedUp(one, { sessionId, number, memberId, at })] : []),
      });
    deps.wake();
  };

export const movedUp = (
  { id: classId }: Pick<Class, "id">,
  { sessionId, number, memberId, at }: { sessionId: string; number: number; memberId: string; at: string },
): Effect => ({
  ...{ kind: "class.movedUp", id: `class.movedUp:${sessionId}:${memberId}:${number}`, dueAt: at },
  ...{ classId, sessionId, number: String(number) },
});

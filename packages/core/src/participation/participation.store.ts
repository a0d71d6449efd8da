import { type Info as Activity, heldSessions } from "../activity/activity.ts";
import type { PartRequest } from "../lib/keyset.ts";
import { whileBusy } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { mapInParallel } from "../lib/parallel.ts";
import type { Reading } from "../lib/reading.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { builtIn, type WorkdaysAround } from "../workcalendar/workcalendar.ts";
import { allocateActivity, type Deadline, IN_FLIGHT } from "./allocation.store.ts";
import { closeSession } from "./close-session.store.ts";
import { renewConsent } from "./consent.store.ts";
import { type Filling, fillFreed } from "./fill-freed.store.ts";
import { displaced } from "./head-count.ts";
import { countsOf, emptyLine, type Line, rankOf, resolve } from "./line.ts";
import { type Noting, noteCannot } from "./note.store.ts";
import { type Lapsing, lapseOffer, mayTake, type Taking, takeOffered } from "./offer.store.ts";
import * as Participation from "./participation.ts";
import { type Regaining, regainPlace } from "./regain.store.ts";
import { participationRows } from "./row-access.store.ts";
import { signingUp } from "./sign-up.store.ts";
import { lineOfTaking } from "./take-numbers.store.ts";
import { type Moved, type Vacating, vacatePlaces } from "./vacate.store.ts";
import { type WalkIn, walkIn } from "./walk-in.store.ts";

type Scope = Pick<Activity, "sessions"> & { id: string };

/** An activity's people as its list shows them. */
export interface Counts {
  placed: number;
  headCount: number;
  waiting: number;
}

/** Where a member stands in an activity. */
export interface Standing {
  places: Participation.Info[];
  lines: Map<string, Line>;
}

/** Sign-ups, waiting lists and places. A clash over a place is never an error that a person sees. */
export interface Participations {
  /**
   * Draws a number and takes a place, or one in the waiting list. Doing it twice answers the same place.
   * @throws `participation.closed`, `participation.session_taken`, `participation.released`, `store.busy`
   */
  signUp(wish: Participation.Wish): Promise<Participation.Active>;
  /** Frees places and promotes who waits; see `vacate.store.ts`. @throws `store.busy` */
  vacate(vacating: Vacating): Promise<Moved | undefined>;
  /** Gives out the places of all positions, once; see `allocation.store.ts`. @throws `store.busy` */
  allocate(deadline: Deadline): Promise<Participation.Info[]>;
  /** Everybody who signed up for an activity, as they stand. */
  of(activity: Scope, reading?: Reading): Promise<Participation.Info[]>;
  /** Those after a member's id, in the order of ids, as they stand; `next` is where the rest begins. */
  after(activity: Scope, part: PartRequest): Promise<{ rows: Participation.Info[]; next?: string }>;
  /** One member's places in an activity, as they stand. */
  ofMember(activity: Scope, memberId: string, reading?: Reading): Promise<Participation.Info[]>;
  /** One member's places in an activity with the line of each position, as they stand. */
  standing(activity: Scope, memberId: string, reading?: Reading): Promise<Standing>;
  /** How many wait before this one, itself included; undefined for one who does not wait. */
  queueOf(activity: Scope, info: Participation.Info): Promise<number | undefined>;
  /** The line of each position, also of those for which nobody signed up. */
  lines(activity: Scope, reading?: Reading): Promise<Map<string, Line>>;
  /** How many are placed and wait in each activity, of how many places; from counters, eventually consistent. */
  countsOf(activities: readonly Scope[]): Promise<Map<string, Counts>>;
  /** A member's rows as stored, the latest session first: before an allocation `placed` and `waiting` are those of the sign-up. */
  byMember(memberId: string, page: PageRequest): Promise<Page<Participation.Info>>;
  /** Places and waiting-list places of a member in sessions that end after an instant. */
  heldAfter(memberId: string, at: string): Promise<Participation.Active[]>;
  /** All rows of a member in sessions that end after an instant, given up or not. */
  rowsAfter(memberId: string, at: string): Promise<Participation.Info[]>;
  /** Gives back a place that was taken from somebody who stays; see `regain.store.ts`. @throws `store.busy` */
  regain(regaining: Regaining): Promise<Participation.Info | undefined>;
  /** Lets nobody sign up for a session any more; see `close-session.store.ts`. @throws `store.busy` */
  closeSession(activityId: string, session: Pick<Activity["sessions"][number], "positions">, at: string): Promise<void>;
  /** Notes that a member accepts the risks as they are stated now; see `consent.store.ts`. @returns in how many places */
  consent(activityId: string, memberId: string, at: string): Promise<number>;
  /** Offers places that a raised head-count freed to those who wait; see `fill-freed.store.ts`. @throws `store.busy` */
  fillFreed(filling: Filling): Promise<void>;
  /** The writes that take places away again, each if it is still held. */
  displaceOps(places: readonly Participation.Info[], at: string): Op[];
  /** Gives a free place to somebody on the spot; see `walk-in.store.ts`. @throws `participation.full`, `participation.not_allocated` */
  walkIn(wish: WalkIn): Promise<Participation.Placed>;
  /** Takes a place that is offered, or open to all who wait; see `offer.store.ts`. */
  takeOffered(taking: Taking): Promise<Participation.Placed>;
  /** Ends an offer that nobody answered, and asks the next; see `offer.store.ts`. @returns whether it ended just now */
  lapseOffer(lapsing: Lapsing): Promise<boolean>;
  /** Whether one who waits may take a free place by themselves now. */
  isOpenTo(activity: Scope, info: Participation.Info, at: string): Promise<boolean>;
  /** Keeps with a place that its holder cannot come; see `note.store.ts`. @throws `store.busy` */
  noteCannot(noting: Noting): Promise<Participation.Placed | undefined>;
  /** Writes what a sign-up on somebody's behalf causes. @throws `store.busy` */
  cause(caused: Caused, at: string): Promise<void>;
  /** Brings the times kept in the rows in line with rescheduled sessions. Safe to run twice. @returns how many rows moved */
  moveSessions(activity: Scope): Promise<number>;
}

const HELD_AT_MOST = 500;

/** @param workdaysAround - by which working days offers count their hours */
export function dynamoParticipations(table: Table, workdaysAround: WorkdaysAround = builtIn): Participations {
  const rows = participationRows(table);
  /** Positions whose places were given out, as far as was seen. */
  const givenOut = new Set<string>();

  async function linesOf({ id, sessions }: Scope, reading?: Reading): Promise<Map<string, Line>> {
    const found = await rows.lines(id, reading);
    return new Map(positionsOf(sessions).map((one) => [one.id, found.get(one.id) ?? emptyLine(one.id)]));
  }

  /** How rows stand. Places stay given out, and from then on rows say by themselves how they stand, without the lines. */
  async function standsOf(activity: Scope, reading?: Reading) {
    const positions = positionsOf(heldSessions(activity));
    if (positions.every((one) => givenOut.has(one.id))) return (row: Participation.Info) => row;
    const lines = await linesOf(activity, reading);
    for (const line of lines.values()) if (line.allocatedAt !== undefined) givenOut.add(line.positionId);
    return standsBy(activity, lines);
  }

  async function of(activity: Scope, reading?: Reading) {
    const [stands, found] = await Promise.all([standsOf(activity, reading), rows.of(activity.id, reading)]);
    return found.map(stands);
  }

  async function queueOf(activity: Scope, info: Participation.Info): Promise<number | undefined> {
    if (info.state !== "waiting") return undefined;
    const line = lineOfTaking(info) ?? (await rows.line(activity.id, info.positionId));
    if (line.allocatedAt !== undefined) {
      const before = (other: Participation.Info) =>
        other.state === "waiting" && other.positionId === info.positionId && Participation.inOrder(other, info) <= 0;
      return (await rows.of(activity.id)).filter(before).length;
    }
    const headCount = positionsOf(activity.sessions).find(({ id }) => id === info.positionId)?.headCount ?? 0;
    return Math.max(1, rankOf(info.number, line.voids) - headCount);
  }

  async function moveSessions({ id, sessions }: Scope): Promise<number> {
    const times = new Map<string, Activity["sessions"][number]>(sessions.map((session) => [session.id, session]));
    const moves = (await rows.of(id)).flatMap((row) => {
      const { startsAt, endsAt } = times.get(row.sessionId) ?? row;
      if (startsAt === row.startsAt && endsAt === row.endsAt) return [];
      return [rows.replaceOp({ ...row, startsAt, endsAt }, row, [row.state])];
    });
    const moved = await mapInParallel(
      moves,
      IN_FLIGHT,
      async (op) => (await whileBusy(() => transact(table, [op]))).ok,
    );
    return moved.includes(false) ? moveSessions({ id, sessions }) : moved.length;
  }

  return {
    signUp: signingUp(table),
    of,
    queueOf,
    moveSessions,
    walkIn: walkIn(table),
    closeSession: closeSession(table),
    consent: renewConsent(table),
    fillFreed: (filling) => fillFreed(table, filling, workdaysAround),
    displaceOps: (places, at) =>
      places.flatMap((row) => (row.state === "placed" ? [rows.replaceOp(displaced(row, at), row, ["placed"])] : [])),
    takeOffered: (taking) => takeOffered(table, taking),
    lapseOffer: (lapsing) => lapseOffer(table, lapsing, workdaysAround),
    isOpenTo: async (activity, info, at) =>
      info.state === "waiting" &&
      (await rows.line(activity.id, info.positionId)).allocatedAt !== undefined &&
      mayTake(activity, await rows.of(activity.id), info, at),
    noteCannot: (noting) => noteCannot(table, noting),
    async cause(caused, at) {
      await whileBusy(() => transact(table, causedOps(table, caused, at)));
    },
    vacate: (vacating) => vacatePlaces(table, vacating, workdaysAround),
    allocate: (deadline) => allocateActivity(table, deadline),
    lines: linesOf,
    async countsOf(activities) {
      const keys = activities.flatMap(({ id, sessions }) =>
        positionsOf(heldSessions({ sessions })).map((one) => ({ activityId: id, positionId: one.id })),
      );
      const lines = await rows.linesMany(keys);
      return new Map(activities.map(({ id, sessions }) => [id, sumOf(positionsOf(heldSessions({ sessions })), lines)]));
    },
    async after(activity, part) {
      const [stands, found] = await Promise.all([standsOf(activity), rows.after(activity.id, part)]);
      return { ...found, rows: found.rows.map(stands) };
    },
    async ofMember(activity, memberId, reading) {
      const own = rows.ofMember(activity.id, memberId, reading);
      const [stands, found] = await Promise.all([standsOf(activity, reading), own]);
      return found.map(stands);
    },
    async standing(activity, memberId, reading) {
      const own = rows.ofMember(activity.id, memberId, reading);
      const [lines, found] = await Promise.all([linesOf(activity, reading), own]);
      return { places: found.map(standsBy(activity, lines)), lines };
    },
    byMember: (memberId, page) => rows.byMember(memberId, page),
    rowsAfter: (memberId, at) => rows.endingAfter(memberId, at, HELD_AT_MOST),
    regain: (regaining) => regainPlace(table, regaining),
    heldAfter: async (memberId, at) =>
      (await rows.endingAfter(memberId, at, HELD_AT_MOST)).filter(Participation.isActive),
  };
}

const sumOf = (positions: ReturnType<typeof positionsOf>, lines: ReadonlyMap<string, Line>): Counts =>
  positions.reduce<Counts>(
    (sum, { id, headCount }) => {
      const { placed, waiting } = countsOf(lines.get(id) ?? emptyLine(id), headCount);
      return { placed: sum.placed + placed, headCount: sum.headCount + headCount, waiting: sum.waiting + waiting };
    },
    { placed: 0, headCount: 0, waiting: 0 },
  );

const positionsOf = (sessions: readonly Activity["sessions"][number][]) =>
  sessions.flatMap((session) => session.positions);

/** Rows as they stand by the lines of their positions. */
function standsBy({ sessions }: Scope, lines: ReadonlyMap<string, Line>) {
  const headCounts = new Map<string, number>(positionsOf(sessions).map((one) => [one.id, one.headCount]));
  return (row: Participation.Info) =>
    resolve(row, lines.get(row.positionId) ?? emptyLine(row.positionId), headCounts.get(row.positionId) ?? 0);
}

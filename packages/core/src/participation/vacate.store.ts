import type { Info as Activity } from "../activity/activity.ts";
import type { Entry } from "../audit/audit.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import type { Office } from "../lib/working-hours.ts";
import { causedOps } from "../outbox/caused.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { builtIn, type WorkdaysAround } from "../workcalendar/workcalendar.ts";
import { emptyLine, type Line } from "./line.ts";
import { beginsAt } from "./moment.ts";
import { inLine, offeredTo, offerUntil } from "./offer.ts";
import {
  type Active,
  holdsSeat,
  type Info,
  isActive,
  type Leaving,
  type Offered,
  type Waiting,
  type Withdrawn,
  withdrawn,
} from "./participation.ts";
import { type ParticipationRows, participationRows } from "./row-access.store.ts";

/** Who gives up which places, and what is written together with it. */
export interface Vacating {
  activity: Pick<Activity, "sessions"> & { id: string };
  memberId: string;
  /** Only this session; without it, all places of the member. */
  sessionId?: string | undefined;
  leaving: Leaving;
  /** The alliance's time zone: offers do not end at night, and count working hours. */
  zone: string;
  /** Writes of the decision that frees the places, each with its own condition. */
  also?: readonly Op[];
  /** What follows, told in the same transaction. */
  effects?: (moved: Moved) => readonly Effect[];
  /** What is kept of it, besides the rows. */
  audit?: readonly Entry[] | undefined;
}

export interface Moved {
  left: Withdrawn[];
  /** Those to whom a place is offered now. Empty before the allocation, when a line moves up by itself, and once the session has begun. */
  offered: Offered[];
  /** Places that whoever waits may take, first come, first served, and who waits for them. */
  opened: { place: Pick<Active, "positionId" | "sessionId" | "number">; memberIds: string[] }[];
}

/** A place that somebody gives up, or does not take. */
interface Seat {
  place: Active;
  startsAt: string;
  office: Office;
  at: string;
}

/** Who gets a place next: the first who waits is asked, or all of them are. @param waiting - in the order of the line */
export function succeed(waiting: readonly Waiting[], { place, startsAt, office, at }: Seat) {
  const [next] = waiting;
  const until = offerUntil(at, startsAt, office);
  const isOpen = next !== undefined && (until === undefined || next.passedAt !== undefined);
  const offered = next && !isOpen && until !== undefined ? [offeredTo(next, { at, until })] : [];
  const opened = isOpen ? [{ place, memberIds: waiting.map(({ memberId }) => memberId) }] : [];
  const ops = (rows: ParticipationRows): Op[] =>
    offered.flatMap((row) => (next ? [rows.replaceOp(row, next, ["waiting"])] : []));
  return { offered, opened, ops };
}

const ATTEMPTS = 30;

/**
 * Frees a member's places and offers each to the first who waits, in one transaction.
 *
 * @returns who moved; undefined when a condition of `also` failed, and then nothing is written
 * @throws `store.busy`
 */
export async function vacatePlaces(
  table: Table,
  vacating: Vacating,
  workdaysAround: WorkdaysAround,
): Promise<Moved | undefined> {
  const rows = participationRows(table);
  const { zone, leaving } = vacating;
  return untilSaved(async () => {
    const leaves = await leavesOf(rows, vacating);
    const isAsked = leaves.some(({ waiting }) => waiting.length > 0);
    const office = await officeAround(isAsked ? workdaysAround : builtIn, { at: leaving.at, zone });
    return commit(table, rows, { ...vacating, office }, leaves);
  }, ATTEMPTS);
}

/** When people are at work around an instant, by the calendar of working days. */
export async function officeAround(
  workdaysAround: WorkdaysAround,
  { at, zone }: { at: string; zone: string },
): Promise<Office> {
  const workdays = await workdaysAround(at, zone);
  return { zone, works: (day) => workdays.on(day).works };
}

/** One place to give up, with those who wait for it. */
interface Leave {
  place: Active;
  line: Line;
  waiting: Waiting[];
}

async function leavesOf(
  rows: ParticipationRows,
  { activity, memberId, sessionId, leaving }: Vacating,
): Promise<Leave[]> {
  const own = await rows.ofMember(activity.id, memberId);
  const places = own.filter(isActive).filter((place) => sessionId === undefined || place.sessionId === sessionId);
  if (places.length === 0) return [];
  const lines = await rows.lines(activity.id);
  const leaves = places.map((place) => ({
    place,
    line: lines.get(place.positionId) ?? emptyLine(place.positionId),
    waiting: [] as Waiting[],
  }));
  const freed = leaves.filter(
    ({ place, line }) => line.allocatedAt !== undefined && holdsSeat(place) && leaving.at < beginsAt(activity, place),
  );
  if (freed.length === 0 || leaving.cause === "sessionCancelled") return leaves;
  const waiting = (await rows.of(activity.id)).filter((one) => one.state === "waiting").sort(inLine);
  for (const leave of freed) leave.waiting = waiting.filter((one) => one.positionId === leave.place.positionId);
  return leaves;
}

type Planned = Vacating & { office: Office };
type Step = { kind: "own" | "line" | "also" } | { kind: "next"; leave: Leave };

/** After the allocation nobody begins to wait, so one who is no longer waiting is passed over for good, without reading again. */
async function commit(
  table: Table,
  rows: ParticipationRows,
  vacating: Planned,
  leaves: Leave[],
): Promise<Moved | undefined | typeof CLASH> {
  for (;;) {
    const { ops, steps, moved } = planOf(rows, vacating, leaves);
    if (ops.length === 0) return moved;
    const caused = { effects: vacating.effects?.(moved) ?? [], audit: vacating.audit ?? [] };
    const also = causedOps(table, caused, vacating.leaving.at);
    const outcome = await whileBusy(() => transact(table, [...ops, ...also]));
    if (outcome.ok) return moved;
    const failed = outcome.failed.flatMap((at) => steps[at] ?? []);
    if (failed.some((step) => step.kind === "own" || step.kind === "line")) return CLASH;
    if (failed.some((step) => step.kind === "also")) return undefined;
    for (const step of failed) if (step.kind === "next") step.leave.waiting.shift();
  }
}

function planOf(rows: ParticipationRows, { activity, leaving, office, also = [] }: Planned, leaves: readonly Leave[]) {
  const planned: { op: Op; step: Step }[] = also.map((op) => ({ op, step: { kind: "also" } }));
  const moved: Moved = { left: [], offered: [], opened: [] };
  for (const leave of leaves) {
    const { place, line } = leave;
    const after = withdrawn(place, leaving);
    const settled = line.allocatedAt !== undefined;
    const expected: Info["state"][] = settled ? [place.state] : ["placed", "waiting"];
    moved.left.push(after);
    planned.push({ op: rows.replaceOp(after, place, expected), step: { kind: "own" } });
    const shorter = settled
      ? rows.shortenOp(activity.id, place.positionId)
      : rows.leaveOp(activity.id, place.positionId, place.number);
    planned.push({ op: shorter, step: { kind: "line" } });
    const next = succeed(leave.waiting, { place, startsAt: beginsAt(activity, place), office, at: leaving.at });
    moved.offered.push(...next.offered);
    moved.opened.push(...next.opened);
    planned.push(...next.ops(rows).map((op) => ({ op, step: { kind: "next" as const, leave } })));
  }
  return { ops: planned.map(({ op }) => op), steps: planned.map(({ step }) => step), moved };
}

import type { Info as Activity } from "../activity/activity.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import type { WorkdaysAround } from "../workcalendar/workcalendar.ts";
import { beginsAt } from "./moment.ts";
import { inLine, lapsed, lastHourOf, taken } from "./offer.ts";
import { participationRefusal } from "./participation.refusals.ts";
import { holdsSeat, type Info, type Offered, type Placed, type Waiting } from "./participation.ts";
import { participationRows } from "./row-access.store.ts";
import { type Moved, officeAround, succeed } from "./vacate.store.ts";

interface Whose {
  activity: Pick<Activity, "sessions"> & { id: string };
  memberId: string;
  sessionId: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** An offer that has ended, and what follows from it. */
export interface Lapsing extends Whose {
  /** Of the offer that was made; a later one is another. */
  expiresAt: string;
  zone: string;
  caused: (row: Waiting, moved: Pick<Moved, "offered" | "opened">) => Caused;
}

const positionIn = ({ sessions }: Whose["activity"], positionId: string) =>
  sessions.flatMap(({ positions }) => positions).find(({ id }) => id === positionId);

/** Those who wait for a position, in the order in which they are asked. */
const waitingFor = (all: readonly Info[], positionId: string): Waiting[] =>
  all.filter((row): row is Waiting => row.state === "waiting" && row.positionId === positionId).sort(inLine);

/**
 * Ends an offer that nobody answered and offers the place to the next, in one transaction. Safe to run twice: an offer that
 * was answered, or is another one by now, stays as it is.
 *
 * @throws `store.busy`
 */
export async function lapseOffer(table: Table, lapsing: Lapsing, workdaysAround: WorkdaysAround): Promise<boolean> {
  const rows = participationRows(table);
  const { activity, memberId, sessionId, expiresAt, zone, at, caused } = lapsing;
  return untilSaved(async () => {
    const row = await rows.get(activity.id, memberId, sessionId);
    if (row?.state !== "offered" || row.expiresAt !== expiresAt || at < expiresAt) return false;
    const after = lapsed(row);
    const startsAt = beginsAt(activity, row);
    const line = at < startsAt ? [...waitingFor(await rows.of(activity.id), row.positionId), after].sort(inLine) : [];
    const office = await officeAround(workdaysAround, { at, zone });
    const next = succeed(line, { place: after, startsAt, office, at });
    const ops = next.ops(rows);
    const also = causedOps(table, caused(after, next), at);
    const saved = await whileBusy(() => transact(table, [rows.replaceOp(after, row, ["offered"]), ...ops, ...also]));
    return saved.ok ? true : CLASH;
  });
}

/** Somebody says yes to a place. */
export interface Taking extends Whose {
  caused: (place: Placed) => Caused;
}

/**
 * Takes a place that is offered to the member, or one that is open to all who wait. Twice is once; nobody else has it too.
 *
 * @throws `participation.not_offered`, `participation.offer_expired`, `participation.offer_taken`, `participation.too_late`,
 * `store.busy`
 */
export async function takeOffered(table: Table, taking: Taking): Promise<Placed> {
  const rows = participationRows(table);
  const { activity, memberId, sessionId, at, caused } = taking;
  return untilSaved<Placed>(async () => {
    const row = await rows.get(activity.id, memberId, sessionId);
    if (row?.state === "placed") return row;
    if (row?.state !== "offered" && row?.state !== "waiting") throw participationRefusal("participation.not_offered");
    if (at >= beginsAt(activity, row)) throw participationRefusal("participation.too_late");
    const after = taken(row, at);
    const seat = row.state === "offered" ? await heldSeat(taking, row) : await openSeat(taking, row);
    const also = causedOps(table, caused(after), at);
    const saved = await whileBusy(() => transact(table, [rows.replaceOp(after, row, [row.state]), ...seat, ...also]));
    return saved.ok ? after : CLASH;
  });

  /** The seat that is held for them, unless the organizer has fewer places by now. */
  async function heldSeat({ activity, at }: Taking, row: Offered): Promise<[]> {
    if (at >= row.expiresAt) throw participationRefusal("participation.offer_expired");
    if (seatsIn(await rows.of(activity.id), row) > headCountOf(activity, row))
      throw participationRefusal("participation.offer_taken");
    return [];
  }

  /** A free seat that anybody who waits may take. It draws a number, so that two at once never take the same. */
  async function openSeat({ activity, at }: Taking, row: Waiting) {
    const line = await rows.line(activity.id, row.positionId);
    const all = await rows.of(activity.id);
    if (line.allocatedAt === undefined) throw participationRefusal("participation.not_offered");
    const open = isOpen(activity, all, row, at);
    if (open === "yes") return [rows.walkInOp(activity.id, line, 0)];
    if (row.passedAt !== undefined) throw participationRefusal("participation.offer_expired");
    throw participationRefusal(open === "taken" ? "participation.offer_taken" : "participation.not_offered");
  }
}

const seatsIn = (all: readonly Info[], { positionId }: Info): number =>
  all.filter((one) => one.positionId === positionId && holdsSeat(one)).length;

const headCountOf = (activity: Whose["activity"], { positionId }: Info): number =>
  positionIn(activity, positionId)?.headCount ?? 0;

/** Whether one who waits may take a free place by themselves: in the last hour, or when nobody is left to be asked first. */
function isOpen(activity: Whose["activity"], all: readonly Info[], row: Waiting, at: string): "yes" | "taken" | "no" {
  const isLate = at >= lastHourOf(beginsAt(activity, row));
  const someFirst = waitingFor(all, row.positionId).some(({ passedAt }) => passedAt === undefined);
  if (!isLate && someFirst) return "no";
  return seatsIn(all, row) < headCountOf(activity, row) ? "yes" : "taken";
}

/** Whether somebody who waits may take a place by themselves now. Eventually consistent reads are good enough to show it. */
export const mayTake = (activity: Whose["activity"], all: readonly Info[], row: Info, at: string): boolean =>
  row.state === "waiting" && at < beginsAt(activity, row) && isOpen(activity, all, row, at) === "yes";

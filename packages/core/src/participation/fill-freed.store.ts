import { type Info as Activity, heldSessions, type Position } from "../activity/activity.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import type { Office } from "../lib/working-hours.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import type { WorkdaysAround } from "../workcalendar/workcalendar.ts";
import { emptyLine } from "./line.ts";
import { inLine } from "./offer.ts";
import { holdsSeat, type Waiting } from "./participation.ts";
import { participationRows } from "./row-access.store.ts";
import { type Moved, officeAround, succeed } from "./vacate.store.ts";

type Succession = Pick<Moved, "offered" | "opened">;

/** Which activity may have more places than people in them, and what each who is asked is told. */
export interface Filling {
  activity: Pick<Activity, "sessions"> & { id: string };
  /** The alliance's time zone: offers do not end at night. */
  zone: string;
  /** ISO-8601 UTC. */
  at: string;
  effects?: (next: Succession) => readonly Effect[];
}

const ATTEMPTS = 30;

/**
 * Offers places that came free by a raised head-count to those who wait, in their order, each in a transaction of its own.
 *
 * Only after the allocation and before the session begins. Safe to run twice. It draws a number that nobody takes, so that a
 * walk-in or another run at the same time never fills the same place.
 * @throws `store.busy`
 * @source docs/domain.md A7, Decision, offers
 */
export async function fillFreed(table: Table, filling: Filling, workdaysAround: WorkdaysAround): Promise<void> {
  const office = await officeAround(workdaysAround, filling);
  const open = heldSessions(filling.activity).filter(({ startsAt }) => filling.at < startsAt);
  for (const { positions, startsAt } of open)
    for (const position of positions) await fillPosition(table, { ...filling, office }, { position, startsAt });
}

type Planned = Filling & { office: Office };

interface Place {
  position: Position;
  /** Of its session. */
  startsAt: string;
}

async function fillPosition(table: Table, filling: Planned, place: Place): Promise<void> {
  for (;;) {
    const next = await untilSaved(() => askNext(table, filling, place), ATTEMPTS);
    // A place that is open to all stays free until somebody takes it.
    if (!next || next.opened.length > 0) return;
  }
}

async function askNext(table: Table, { activity, office, at, effects }: Planned, { position, startsAt }: Place) {
  const rows = participationRows(table);
  const line = (await rows.lines(activity.id)).get(position.id) ?? emptyLine(position.id);
  if (line.allocatedAt === undefined || line.active <= 0) return undefined;
  const own = (await rows.of(activity.id)).filter(({ positionId }) => positionId === position.id);
  const waiting = own.filter((row): row is Waiting => row.state === "waiting").sort(inLine);
  const [place] = waiting;
  if (!place || own.filter(holdsSeat).length >= position.headCount) return undefined;
  const next = succeed(waiting, { place, startsAt, office, at });
  const { ok } = await whileBusy(() =>
    transact(table, [
      ...next.ops(rows),
      rows.walkInOp(activity.id, line, 0),
      ...effectOps(table, effects?.(next) ?? [], at),
    ]),
  );
  return ok ? next : CLASH;
}

import { type Info as Activity, heldSessions, type Position } from "../activity/activity.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { emptyLine } from "./line.ts";
import { type Active, inOrder } from "./participation.ts";
import { participationRows } from "./row-access.store.ts";

/** Which activity may have more places than people in them, and what each who moves up is told. */
export interface Filling {
  activity: Pick<Activity, "id" | "sessions">;
  /** ISO-8601 UTC. */
  at: string;
  effects?: (promoted: Active) => readonly Effect[];
}

const ATTEMPTS = 30;

/**
 * Gives places that came free by a raised head-count to those who wait, in their order, each in a transaction of its own.
 *
 * Only after the allocation and before the session begins. Safe to run twice. It draws a number that nobody takes, so that a
 * walk-in or another run at the same time never fills the same place.
 * @returns who moved up
 * @throws `store.busy`
 */
export async function fillFreed(table: Table, filling: Filling): Promise<Active[]> {
  const { activity, at } = filling;
  const open = heldSessions(activity).filter(({ startsAt }) => at < startsAt);
  const promoted: Active[] = [];
  for (const { positions } of open)
    for (const position of positions) promoted.push(...(await fillPosition(table, filling, position)));
  return promoted;
}

async function fillPosition(table: Table, filling: Filling, position: Position): Promise<Active[]> {
  const promoted: Active[] = [];
  for (;;) {
    const next = await untilSaved(() => promoteNext(table, filling, position), ATTEMPTS);
    if (!next) return promoted;
    promoted.push(next);
  }
}

async function promoteNext(table: Table, { activity, at, effects }: Filling, { id, headCount }: Position) {
  const rows = participationRows(table);
  const line = (await rows.lines(activity.id)).get(id) ?? emptyLine(id);
  if (line.allocatedAt === undefined || line.active <= 0) return undefined;
  const own = (await rows.of(activity.id)).filter(({ positionId }) => positionId === id);
  const [next] = own.filter((row) => row.state === "waiting").sort(inOrder);
  if (!next || own.filter(({ state }) => state === "placed").length >= headCount) return undefined;
  const promoted: Active = { ...next, state: "placed", since: at };
  const { ok } = await whileBusy(() =>
    transact(table, [
      rows.replaceOp(promoted, next, ["waiting"]),
      rows.walkInOp(activity.id, line, 0),
      ...effectOps(table, effects?.(promoted) ?? [], at),
    ]),
  );
  return ok ? promoted : CLASH;
}

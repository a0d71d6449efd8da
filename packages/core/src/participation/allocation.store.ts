import { type Info as Activity, heldSessions } from "../activity/activity.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { mapInParallel } from "../lib/parallel.ts";
import { type Table, transact } from "../lib/table.ts";
import { allocate, candidatesOf } from "./allocation.ts";
import { emptyLine, type Line } from "./line.ts";
import type { Info } from "./participation.ts";
import { type ParticipationRows, participationRows } from "./row-access.store.ts";

/** What the deadline allocates by. */
export interface Deadline {
  activity: Pick<Activity, "sessions"> & { id: string };
  at: string;
  /** The duty list. */
  duty: ReadonlySet<string>;
  /** Attendances of the year by member; none counts as 0. */
  attendances: ReadonlyMap<string, number>;
  /** Only this session, which was added after recruiting; without it, all that were not. */
  sessionId?: string | undefined;
}

const ATTEMPTS = 30;
/** Writes at a time. */
export const IN_FLIGHT = 8;

/**
 * Gives out the places of every position, once.
 *
 * Safe to run twice and to go on after a crash: a position that is marked as allocated is left alone, any other is decided
 * anew from all who have not withdrawn. Only rows whose state changes are written. The lines are closed first, so no
 * sign-up slips in; the mark holds only if nobody left a line since it was read.
 * @returns all rows of the activity as they stand afterwards
 * @throws `store.busy`
 */
export async function allocateActivity(table: Table, deadline: Deadline): Promise<Info[]> {
  const rows = participationRows(table);
  const { activity, at } = deadline;
  const positions = sessionsOf(deadline).flatMap((session) => session.positions);
  for (const { id } of positions) await whileBusy(() => transact(table, [rows.closeOp(activity.id, id, at)]));
  return untilSaved(async () => {
    const lines = await rows.lines(activity.id);
    const open = positions.filter(({ id }) => lines.get(id)?.allocatedAt === undefined);
    const all = await rows.of(activity.id);
    if (open.length === 0) return all;
    for (const position of open)
      await allocatePosition(table, { rows, deadline, all, position, line: lines.get(position.id) });
    return CLASH;
  }, ATTEMPTS);
}

const sessionsOf = ({ activity, sessionId }: Deadline) =>
  heldSessions(activity).filter(({ id, signUpUntil }) =>
    sessionId === undefined ? signUpUntil === undefined : id === sessionId,
  );

interface Task {
  rows: ParticipationRows;
  deadline: Deadline;
  all: readonly Info[];
  position: { id: string; headCount: number };
  line: Line | undefined;
}

/** Writes what changes and marks the position, unless somebody left meanwhile; then the next attempt decides anew. */
async function allocatePosition(table: Table, { rows, deadline, all, position, line }: Task): Promise<void> {
  const { activity, at, attendances } = deadline;
  const candidates = candidatesOf(all, position.id).map((row) => ({ ...row, duty: deadline.duty.has(row.memberId) }));
  const { placed, waiting, released } = allocate(candidates, { headCount: position.headCount, attendances });
  const before = new Map(all.map((row) => [keyOf(row), row]));
  const targets = [
    ...placed.map((row): Info => ({ ...row, state: "placed" }) as Info),
    ...waiting.map((row): Info => ({ ...row, state: "waiting" }) as Info),
    ...released.map((row): Info => ({ ...row, state: "released" }) as Info),
  ];
  const changes = targets.flatMap((after) => {
    const row = before.get(keyOf(after));
    if (!row || (row.state === after.state && row.duty === after.duty)) return [];
    return [rows.replaceOp(row.state === after.state ? after : { ...after, since: at }, row, [row.state])];
  });
  const written = await mapInParallel(
    changes,
    IN_FLIGHT,
    async (op) => (await whileBusy(() => transact(table, [op]))).ok,
  );
  if (written.includes(false)) return;
  const mark = { active: placed.length + waiting.length, at };
  await whileBusy(() => transact(table, [rows.allocatedOp(activity.id, line ?? emptyLine(position.id), mark)]));
}

const keyOf = ({ memberId, sessionId }: Info): string => `${memberId}#${sessionId}`;

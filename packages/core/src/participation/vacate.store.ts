import type { Info as Activity } from "../activity/activity.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { emptyLine, type Line } from "./line.ts";
import { type Active, type Info, inOrder, isActive, type Leaving, type Withdrawn, withdrawn } from "./participation.ts";
import { type ParticipationRows, participationRows } from "./row-access.store.ts";

/** Who gives up which places, and what is written together with it. */
export interface Vacating {
  activity: Pick<Activity, "id" | "sessions">;
  memberId: string;
  /** Only this session; without it, all places of the member. */
  sessionId?: string | undefined;
  leaving: Leaving;
  /** Writes of the decision that frees the places, each with its own condition. */
  also?: readonly Op[];
  /** What follows, told in the same transaction. */
  effects?: (moved: Moved) => readonly Effect[];
}

export interface Moved {
  left: Withdrawn[];
  /** Those who wait no longer. Empty before the allocation, when a line moves up by itself, and after the session began. */
  promoted: Active[];
}

const ATTEMPTS = 30;

/**
 * Frees a member's places and gives each to the first who waits, in one transaction.
 *
 * @returns who moved; undefined when a condition of `also` failed, and then nothing is written
 * @throws `store.busy`
 */
export async function vacatePlaces(table: Table, vacating: Vacating): Promise<Moved | undefined> {
  const rows = participationRows(table);
  return untilSaved(async () => commit(table, rows, vacating, await leavesOf(rows, vacating)), ATTEMPTS);
}

/** One place to give up, with those who wait for it. */
interface Leave {
  place: Active;
  line: Line;
  waiting: Active[];
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
    waiting: [] as Active[],
  }));
  const isFree = ({ place, line }: Leave) =>
    line.allocatedAt !== undefined && place.state === "placed" && leaving.at < place.startsAt;
  const freed = leaves.filter(isFree);
  if (freed.length === 0 || leaving.cause === "sessionCancelled") return leaves;
  const all = (await rows.of(activity.id)).filter(isActive).sort(inOrder);
  for (const leave of freed)
    leave.waiting = all.filter((one) => one.state === "waiting" && one.positionId === leave.place.positionId);
  return leaves;
}

type Step = { kind: "own" | "line" | "also" } | { kind: "next"; leave: Leave };

/** After the allocation nobody begins to wait, so one who is no longer waiting is passed over for good, without reading again. */
async function commit(
  table: Table,
  rows: ParticipationRows,
  vacating: Vacating,
  leaves: Leave[],
): Promise<Moved | undefined | typeof CLASH> {
  for (;;) {
    const { ops, steps, moved } = planOf(rows, vacating, leaves);
    const effects = effectOps(table, vacating.effects?.(moved) ?? [], vacating.leaving.at);
    if (ops.length === 0) return moved;
    const outcome = await whileBusy(() => transact(table, [...ops, ...effects]));
    if (outcome.ok) return moved;
    const failed = outcome.failed.flatMap((at) => steps[at] ?? []);
    if (failed.some((step) => step.kind === "own" || step.kind === "line")) return CLASH;
    if (failed.some((step) => step.kind === "also")) return undefined;
    for (const step of failed) if (step.kind === "next") step.leave.waiting.shift();
  }
}

function planOf(rows: ParticipationRows, { activity, leaving, also = [] }: Vacating, leaves: readonly Leave[]) {
  const planned: { op: Op; step: Step }[] = also.map((op) => ({ op, step: { kind: "also" } }));
  const moved: Moved = { left: [], promoted: [] };
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
    const [next] = leave.waiting;
    if (!next) continue;
    const promoted: Active = { ...next, state: "placed", since: leaving.at };
    moved.promoted.push(promoted);
    planned.push({ op: rows.replaceOp(promoted, next, ["waiting"]), step: { kind: "next", leave } });
  }
  return { ops: planned.map(({ op }) => op), steps: planned.map(({ step }) => step), moved };
}

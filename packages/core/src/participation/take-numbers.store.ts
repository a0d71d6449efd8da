import { whileBusy } from "../lib/optimistic.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { gathering } from "./gathering.ts";
import { type Line, provisionalState } from "./line.ts";
import * as Participation from "./participation.ts";
import { participationRows } from "./row-access.store.ts";

/** Sign-ups that draw after two processes met. */
const RUSH = 100;
/** Rows of one transaction, which takes a hundred operations, the line's among them. */
const TOGETHER = 90;

/** Somebody who wants a place, and their own row if they had one before. */
export interface Asking {
  wish: Participation.Wish;
  mine: Participation.Info | undefined;
}

/** By place: the line in which it was taken, as it was at that moment. */
const takenIn = new WeakMap<Participation.Info, Line>();
export const lineOfTaking = (place: Participation.Info): Line | undefined => takenIn.get(place);

/**
 * Takes numbers and the places that go with them. People whom one process finds at the same position share a transaction,
 * each with a row of their own, so that a rush costs one write of the line for many.
 *
 * A number comes from the line in one of two ways, which may be used side by side. As a rule it is the next one, taken
 * together with the place if the line has not moved since it was read: five write units for one person. When processes
 * rush for a position, that would fail again and again; then numbers are drawn first, which never fails and costs a unit
 * more, as it does for the next hundred after two met.
 *
 * @returns the place, or nothing when the member's own row moved
 */
export function takingTogether(table: Table): (asking: Asking) => Promise<Participation.Active | undefined> {
  const rows = participationRows(table);
  const rushing = new Map<string, number>();
  const write = (ops: readonly Op[]) => whileBusy(() => transact(table, ops));
  const lost = (all: readonly Asking[]): undefined[] => all.map(() => undefined);

  async function takeNext(all: readonly Asking[], at: Position): Promise<Taken[]> {
    const line = await rows.openLine(at.activityId, at.positionId);
    const taken = all.map((asking, index) => placeOf(asking, line, line.drawn + 1 + index));
    const outcome = await write([
      ...taken.map((place, index) => takeOp(place, all[index]?.mine)),
      rows.nextOp(at.activityId, at.positionId, { drawn: line.drawn, count: all.length }),
    ]);
    if (outcome.ok) return taken;
    const hasLineMoved = outcome.failed.includes(all.length);
    if (hasLineMoved) rushing.set(at.positionId, RUSH);
    return withRest(all, outcome.failed, (rest) => (hasLineMoved ? drawAndTake(rest, at) : takeNext(rest, at)));
  }

  async function drawAndTake(all: readonly Asking[], at: Position): Promise<Taken[]> {
    const line = await whileBusy(() => rows.draw(at.activityId, at.positionId, all.length));
    const first = line.drawn - all.length + 1;
    return takeDrawn(
      all.map((asking, index) => ({ ...asking, place: placeOf(asking, line, first + index) })),
      at,
    );
  }

  /** As {@link takeNext}; only a member's own row can have moved, and their number is void then. */
  async function takeDrawn(all: readonly Drawn[], at: Position): Promise<Taken[]> {
    const takes = all.map(({ place, mine }) => takeOp(place, mine));
    const outcome = await write([...takes, rows.joinOp(at.activityId, at.positionId, all.length)]);
    if (outcome.ok) return all.map(({ place }) => place);
    const isClosed = outcome.failed.includes(all.length);
    const over = all.filter((_, index) => isClosed || outcome.failed.includes(index)).map(({ place }) => place.number);
    await write([rows.voidOp(at.activityId, at.positionId, over)]);
    return isClosed ? lost(all) : withRest(all, outcome.failed, (rest) => takeDrawn(rest, at));
  }

  const takeOp = (place: Participation.Active, mine: Participation.Info | undefined): Op =>
    mine ? rows.replaceOp(place, mine, ["withdrawn"]) : rows.createOp(place);

  async function takeAll(all: readonly Asking[]): Promise<Taken[]> {
    const [first] = all;
    if (!first) return [];
    const at = { activityId: first.wish.activityId, positionId: first.wish.position.id };
    const left = rushing.get(at.positionId) ?? 0;
    if (left > all.length) rushing.set(at.positionId, left - all.length);
    else rushing.delete(at.positionId);
    return left > 0 ? drawAndTake(all, at) : takeNext(all, at);
  }

  return gathering(takeAll, {
    place: ({ wish }) => wish.position.id,
    one: ({ wish }) => wish.memberId,
    most: TOGETHER,
  });
}

type Taken = Participation.Active | undefined;
type Drawn = Asking & { place: Participation.Active };
interface Position {
  activityId: string;
  positionId: string;
}

function placeOf({ wish }: Asking, line: Line, number: number): Participation.Active {
  const place = Participation.signedUp(wish, number, provisionalState(number, line, wish.position.headCount));
  takenIn.set(place, line);
  return place;
}

/** Nothing for those who failed, and for the rest what a further try came to. */
async function withRest<One>(
  all: readonly One[],
  failed: readonly number[],
  again: (rest: readonly One[]) => Promise<Taken[]>,
): Promise<Taken[]> {
  const isOut = new Set(failed);
  const rest = all.filter((_, index) => !isOut.has(index));
  const taken = rest.length === 0 ? [] : await again(rest);
  return all.map((_, index) => (isOut.has(index) ? undefined : taken.shift()));
}

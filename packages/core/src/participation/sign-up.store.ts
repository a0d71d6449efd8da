import { Refusal } from "../lib/error.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Line, provisionalState, resolve } from "./line.ts";
import * as Participation from "./participation.ts";
import { type ParticipationRows, participationRows } from "./row-access.store.ts";

/** Sign-ups that draw after two met. */
const RUSH = 100;

/**
 * Takes places. A number comes from the line in one of two ways, which may be used side by side.
 *
 * As a rule it is the next one, taken together with the place if the line has not moved since it was read: five write
 * units. When people rush for a position, that would fail again and again; then a number is drawn first, which never
 * fails and costs a unit more, as it does for the next hundred after two met.
 */
export function signingUp(table: Table): (wish: Participation.Wish) => Promise<Participation.Active> {
  const rows = participationRows(table);
  const rush = rushes();

  /** @returns the place, or nothing when the line or the member's own row moved */
  async function takeNext(wish: Participation.Wish, mine: Participation.Info | undefined) {
    const { activityId, position } = wish;
    const line = await rows.openLine(activityId, position.id);
    const { place, take } = taking(rows, { wish, mine, line, number: line.drawn + 1 });
    const outcome = await whileBusy(() => transact(table, [take, rows.nextOp(activityId, position.id, line.drawn)]));
    return outcome.ok ? place : undefined;
  }

  /** As {@link takeNext}; only the member's own row can have moved, and the number is void then. */
  async function drawAndTake(wish: Participation.Wish, mine: Participation.Info | undefined) {
    const { activityId, position } = wish;
    const line = await whileBusy(() => rows.draw(activityId, position.id));
    const { place, take } = taking(rows, { wish, mine, line, number: line.drawn });
    const outcome = await whileBusy(() => transact(table, [take, rows.joinOp(activityId, position.id)]));
    if (outcome.ok) return place;
    await whileBusy(() => transact(table, [rows.voidOp(activityId, position.id, place.number)]));
    return undefined;
  }

  /** The member's row. The write fails if it moved, so that only one that ends the attempt without a write is read anew. */
  async function own({ activityId, memberId, session }: Participation.Wish, attempt: number) {
    const seen = attempt === 0 ? await rows.get(activityId, memberId, session.id, recent) : undefined;
    const isDone = attempt > 0 || (seen && seen.state !== "withdrawn");
    return isDone ? rows.get(activityId, memberId, session.id) : seen;
  }

  return async function signUp(wish) {
    const { activityId, position } = wish;
    return untilSaved(async (attempt) => {
      const mine = await own(wish, attempt);
      if (mine && mine.state !== "withdrawn") return held(mine, wish, await rows.line(activityId, mine.positionId));
      const place = rush.isOn(position.id)
        ? await drawAndTake(wish, mine)
        : await rush.alone(position.id, () => takeNext(wish, mine));
      return place ?? CLASH;
    });
  };
}

/** Where people rush, as far as this process sees. It decides about cost alone. */
function rushes() {
  const left = new Map<string, number>();
  const taking = new Set<string>();
  return {
    /** Whether two met here lately, or one is taking a number at this moment. */
    isOn(positionId: string): boolean {
      const more = left.get(positionId) ?? 0;
      if (more > 1) left.set(positionId, more - 1);
      else left.delete(positionId);
      return more > 0 || taking.has(positionId);
    },
    /** Runs what meets nobody of this process; when it comes to nothing, there is a rush. */
    async alone<Result>(positionId: string, run: () => Promise<Result | undefined>): Promise<Result | undefined> {
      taking.add(positionId);
      try {
        const result = await run();
        if (result === undefined) left.set(positionId, RUSH);
        return result;
      } finally {
        taking.delete(positionId);
      }
    },
  };
}

function taking(
  rows: ParticipationRows,
  {
    wish,
    mine,
    line,
    number,
  }: { wish: Participation.Wish; mine: Participation.Info | undefined; line: Line; number: number },
) {
  const place = Participation.signedUp(wish, number, provisionalState(number, line, wish.position.headCount));
  return { place, take: mine ? rows.replaceOp(place, mine, ["withdrawn"]) : rows.createOp(place) };
}

/** What somebody who signed up before has; another position of the same session is no second place. */
function held(mine: Participation.Info, { position, session }: Participation.Wish, line: Line): Participation.Active {
  if (!Participation.isActive(mine))
    throw new Refusal("conflict", "participation.released", "No place was left for you; you are free that day.");
  if (mine.positionId !== position.id)
    throw new Refusal(
      "conflict",
      "participation.session_taken",
      `You have a place in session ${session.id} already. Withdraw it before you choose another position.`,
    );
  return resolve(mine, line, position.headCount) as Participation.Active;
}

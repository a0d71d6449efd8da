import { CLASH, untilSaved } from "../lib/optimistic.ts";
import { recent } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { type Line, resolve } from "./line.ts";
import { participationRefusal } from "./participation.refusals.ts";
import * as Participation from "./participation.ts";
import { participationRows } from "./row-access.store.ts";
import { takingTogether } from "./take-numbers.store.ts";

/**
 * Takes places. Who meets others of the same process at a position takes a number together with them, in the order of
 * arrival: see `take-numbers.store.ts`.
 */
export function signingUp(table: Table): (wish: Participation.Wish) => Promise<Participation.Active> {
  const rows = participationRows(table);
  const take = takingTogether(table);

  /** The member's row. The write fails if it moved, so that only one that ends the attempt without a write is read anew. */
  async function own({ activityId, memberId, session }: Participation.Wish, attempt: number) {
    const seen = attempt === 0 ? await rows.get(activityId, memberId, session.id, recent) : undefined;
    const isDone = attempt > 0 || (seen && seen.state !== "withdrawn");
    return isDone ? rows.get(activityId, memberId, session.id) : seen;
  }

  return async function signUp(wish) {
    return untilSaved(async (attempt) => {
      const mine = await own(wish, attempt);
      if (mine && mine.state !== "withdrawn")
        return held(mine, wish, await rows.line(wish.activityId, mine.positionId));
      return (await take({ wish, mine })) ?? CLASH;
    });
  };
}

/** What somebody who signed up before has; another position of the same session is no second place. */
function held(mine: Participation.Info, { position }: Participation.Wish, line: Line): Participation.Active {
  if (!Participation.isActive(mine)) throw participationRefusal("participation.released");
  if (mine.positionId !== position.id) throw participationRefusal("participation.session_taken");
  return resolve(mine, line, position.headCount) as Participation.Active;
}

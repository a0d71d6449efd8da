import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { emptyLine, type Line } from "./line.ts";
import { participationRefusal } from "./participation.refusals.ts";
import { type Info, type Placed, signedUp, type Wish } from "./participation.ts";
import { type ParticipationRows, participationRows } from "./row-access.store.ts";

/** Somebody whom the leader takes in on the spot, with their own consent. */
export interface WalkIn extends Wish {
  /** The leader. */
  by: string;
}

/**
 * Gives somebody a free place after the places were given out: of those who stand at the entrance the leader chooses.
 *
 * Who has a place in the session keeps it, at whatever position. Two leaders at once never fill one place twice: each draws
 * a number, on the condition that nobody drew one meanwhile.
 * @throws `participation.full`, `participation.not_allocated` before the deadline gave the places out, `store.busy`
 */
export const walkIn =
  (table: Table) =>
  (wish: WalkIn): Promise<Placed> => {
    const rows = participationRows(table);
    return untilSaved(async () => {
      const own = await rows.get(wish.activityId, wish.memberId, wish.session.id);
      if (own?.state === "placed") return own;
      const line = (await rows.lines(wish.activityId)).get(wish.position.id) ?? emptyLine(wish.position.id);
      await requireFree(rows, wish, line);
      const waits = own?.state === "waiting" || own?.state === "offered";
      const place = { ...signedUp(wish, line.drawn + 1, "placed"), walkInBy: wish.by } as Placed;
      const joins = !waits || own.positionId !== wish.position.id;
      const outcome = await whileBusy(() =>
        transact(table, [
          own ? rows.replaceOp(place, own, [own.state]) : rows.createOp(place),
          rows.walkInOp(wish.activityId, line, joins ? 1 : 0),
          ...leavingOps(rows, wish, own),
        ]),
      );
      return outcome.ok ? place : CLASH;
    });
  };

/** One fewer waits for another position of the session. */
const leavingOps = (rows: ParticipationRows, { activityId, position }: WalkIn, own: Info | undefined) =>
  (own?.state === "waiting" || own?.state === "offered") && own.positionId !== position.id
    ? [rows.shortenOp(activityId, own.positionId)]
    : [];

/** Until the session begins, a place that is offered is taken by whom it is offered to. */
async function requireFree(rows: ParticipationRows, wish: WalkIn, line: Line): Promise<void> {
  const { activityId, memberId, position, session, at } = wish;
  if (line.allocatedAt === undefined) throw participationRefusal("participation.not_allocated");
  const isTaken = (row: Info) =>
    row.state === "placed" || (row.state === "offered" && row.memberId !== memberId && at < session.startsAt);
  const seats = (await rows.of(activityId)).filter((row) => row.positionId === position.id && isTaken(row));
  if (seats.length >= position.headCount)
    throw participationRefusal("participation.full", { most: position.headCount });
}

import type { Info as Activity } from "../activity/activity.ts";
import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { countsOf } from "./line.ts";
import * as Participation from "./participation.ts";
import { participationRows } from "./row-access.store.ts";
import { signingUp } from "./sign-up.store.ts";

/** Whose place is given back, in which session. */
export interface Regaining {
  activity: Pick<Activity, "sessions"> & { id: string };
  memberId: string;
  sessionId: string;
  at: string;
}

/**
 * Gives a place back that was taken because its holder was said to leave.
 *
 * While places are provisional it is a new sign-up, behind the others. Afterwards the place is theirs if it is still free;
 * else they wait by their old number, and who is on the duty list is released: nobody loses a place to them.
 * @returns the row; undefined when there is nothing to give back
 * @throws `store.busy`, `participation.closed` in the moment between recruiting and the allocation
 */
export async function regainPlace(table: Table, { activity, memberId, sessionId, at }: Regaining) {
  const rows = participationRows(table);
  const session = activity.sessions.find(({ id }) => id === sessionId);
  return untilSaved<Participation.Info | undefined>(async () => {
    const row = await rows.get(activity.id, memberId, sessionId);
    const position = session?.positions.find(({ id }) => id === row?.positionId);
    if (!session || !position || row?.state !== "withdrawn" || row.cause !== "left") return undefined;
    const line = await rows.line(activity.id, position.id);
    if (line.allocatedAt === undefined)
      return signingUp(table)({ activityId: activity.id, memberId, session, position, duty: row.duty, at });
    const isFree = countsOf(line, position.headCount).placed < position.headCount;
    const after = Participation.regained(row, isFree ? "placed" : row.duty ? "released" : "waiting", at);
    const longer = after.state === "released" ? [] : [rows.lengthenOp(activity.id, line)];
    const saved = await whileBusy(() => transact(table, [rows.replaceOp(after, row, ["withdrawn"]), ...longer]));
    return saved.ok ? after : CLASH;
  });
}

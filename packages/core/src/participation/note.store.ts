import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import type { Info, Placed } from "./participation.ts";
import { participationRows } from "./row-access.store.ts";

/** What somebody said about a place that stays theirs. */
export interface Noting extends Pick<Info, "activityId" | "memberId" | "sessionId"> {
  cannot: NonNullable<Info["cannot"]>;
  /** What follows, in the same transaction. */
  caused: (place: Placed) => Caused;
}

/**
 * Keeps with a place that its holder said they cannot come. Saying it twice is once: the first stays.
 *
 * @returns the place; undefined for who has none
 * @throws `store.busy`
 */
export async function noteCannot(table: Table, noting: Noting): Promise<Placed | undefined> {
  const rows = participationRows(table);
  const { activityId, memberId, sessionId, cannot, caused } = noting;
  return untilSaved<Placed | undefined>(async () => {
    const before = await rows.get(activityId, memberId, sessionId);
    if (before?.state !== "placed") return undefined;
    if (before.cannot) return before;
    const after = { ...before, cannot };
    const also = causedOps(table, caused(after), cannot.at);
    const saved = await whileBusy(() => transact(table, [rows.replaceOp(after, before, ["placed"]), ...also]));
    return saved.ok ? after : CLASH;
  });
}

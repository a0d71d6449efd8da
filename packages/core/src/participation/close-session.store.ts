import type { Session } from "../activity/activity.ts";
import { whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { participationRows } from "./row-access.store.ts";

/** Lets nobody sign up for a session any more. Safe to run twice. @throws `store.busy` */
export const closeSession =
  (table: Table) =>
  async (activityId: string, { positions }: Pick<Session, "positions">, at: string): Promise<void> => {
    const rows = participationRows(table);
    for (const { id } of positions) await whileBusy(() => transact(table, [rows.closeOp(activityId, id, at)]));
  };

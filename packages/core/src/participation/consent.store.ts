import { CLASH, untilSaved, whileBusy } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { isActive } from "./participation.ts";
import { participationRows } from "./row-access.store.ts";

/**
 * Notes that a member accepts the risks as they are stated now, in every place that they have or wait for.
 *
 * @returns in how many
 * @throws `store.busy`
 */
export const renewConsent =
  (table: Table) =>
  (activityId: string, memberId: string, at: string): Promise<number> => {
    const rows = participationRows(table);
    return untilSaved(async () => {
      const places = (await rows.ofMember(activityId, memberId)).filter(isActive);
      const ops = places.map((row) => rows.replaceOp({ ...row, consentedAt: at }, row, [row.state]));
      if (ops.length === 0) return 0;
      return (await whileBusy(() => transact(table, ops))).ok ? places.length : CLASH;
    });
  };

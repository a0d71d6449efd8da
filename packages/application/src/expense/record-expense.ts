import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Expense from "@yigong/core/expense/expense.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type ExpenseDeps, requireGrant } from "./expense-stores.ts";
import { requireReceipts } from "./receipts.ts";

/**
 * Records an expense with its receipts, never above the grant: many at the same moment are judged one after the other.
 *
 * @param id - follows from the idempotency key, so that a second try is the same expense
 * @throws `expense.no_grant`, `expense.receipt_missing`, those of `Expense.record`, `store.busy`
 * @source docs/domain.md A9
 */
export const recordExpense =
  (deps: ExpenseDeps) =>
  async (
    activityId: string,
    said: Expense.Writing,
    { id, ...by }: ByAt & { id: Expense.Id },
  ): Promise<Expense.Info> => {
    const grantedFen = await requireGrant(deps, activityId);
    await requireReceipts(deps, { activityId, memberId: by.actorId }, said.receiptIds);
    const today = dayOf(by.at, deps.zone);
    return deps.spendings.change({ activityId, grantedFen, at: by.at }, (money) => {
      const item = Expense.record(money, said, { id, today, ...by });
      const detail = { expenseId: id, fen: said.fen };
      return {
        item,
        audit: [entryOf(deps.newId, { subjectId: activityId, at: by.at, action: "expense.record", by, detail })],
      };
    });
  };

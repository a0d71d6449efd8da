import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Expense from "@yigong/core/expense/expense.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type ExpenseDeps, requireGrant } from "./expense-stores.ts";

/** Takes an expense out of the sum, with a reason. @throws `expense.no_grant`, those of `Expense.revoke`, `store.busy` */
export const voidExpense =
  (deps: ExpenseDeps) =>
  async (
    activityId: string,
    expenseId: string,
    { reason, ...by }: ByAt & { reason: string },
  ): Promise<Expense.Info> => {
    const grantedFen = await requireGrant(deps, activityId);
    const about = { subjectId: activityId, at: by.at, action: "expense.void", by, reason, detail: { expenseId } };
    return deps.spendings.change({ activityId, grantedFen, at: by.at }, (money) => ({
      item: Expense.revoke(money, { id: expenseId, reason, ...by }),
      audit: [entryOf(deps.newId, about)],
    }));
  };

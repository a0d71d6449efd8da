import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Expense from "@yigong/core/expense/expense.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { holders, tell } from "../lifecycle/lifecycle-effects.ts";
import { type ExpenseDeps, requireGrant } from "./expense-stores.ts";
import { requireChecked } from "./receipts.ts";

/**
 * Hands in what was spent, for a second person to settle; the alliance is told. Twice is once.
 *
 * @throws `expense.no_grant`, `expense.receipt_unchecked`, `expense.settled`, `expense.closed`, `store.busy`
 */
export const handInExpenses =
  (deps: ExpenseDeps) =>
  async (activityId: string, by: ByAt): Promise<Expense.Info> => {
    const activity = await deps.activities.get(activityId);
    const grantedFen = await requireGrant(deps, activityId);
    const before = await deps.spendings.find(activityId);
    if (before) await requireChecked(deps, before);
    const name = await deps.nameOf(by.actorId);
    const handed = await deps.spendings.change({ activityId, grantedFen, at: by.at }, (money) => {
      const cause = `money.${money.version + 1}`;
      const told = { activity, template: "expense.handedIn", to: holders("alliance"), dueAt: by.at, cause } as const;
      return {
        item: Expense.handIn(money, by),
        effects: [tell(told, { name, ...Expense.sums(money) })],
        audit: [entryOf(deps.newId, { subjectId: activityId, at: by.at, action: "expense.handIn", by })],
      };
    });
    deps.wake();
    return handed;
  };

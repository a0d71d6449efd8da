import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Expense from "@yigong/core/expense/expense.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { people, tell } from "../lifecycle/lifecycle-effects.ts";
import { type ExpenseDeps, requireGrant } from "./expense-stores.ts";
import { requireChecked } from "./receipts.ts";

/**
 * A second person settles what was handed in, or gives it back with a reason; the organizer is told.
 *
 * @throws `expense.no_grant`, `expense.receipt_unchecked`, those of `Expense.decide`, `store.busy`
 * @source docs/domain.md A9
 */
export const decideExpenses =
  (deps: ExpenseDeps) =>
  async (activityId: string, verdict: Expense.Verdict, by: ByAt): Promise<Expense.Info> => {
    const activity = await deps.activities.get(activityId);
    const grantedFen = await requireGrant(deps, activityId);
    const before = await deps.spendings.find(activityId);
    if (before && verdict.verdict === "settle") await requireChecked(deps, before);
    const decided = await deps.spendings.change({ activityId, grantedFen, at: by.at }, (money) => {
      const about = { activity, to: people(activity, "organizer"), dueAt: by.at, cause: `money.${money.version + 1}` };
      const { spent, left } = Expense.sums(money);
      const settles = verdict.verdict === "settle";
      const action = settles ? "expense.settle" : "expense.return";
      const reason = settles ? undefined : verdict.reason;
      return {
        item: Expense.decide(money, verdict, { organizerId: activity.organizerId, ...by }),
        effects: [
          reason === undefined
            ? tell({ ...about, template: "expense.settled" }, { spent, left })
            : tell({ ...about, template: "expense.returned" }, { reason }),
        ],
        audit: [entryOf(deps.newId, { subjectId: activityId, at: by.at, action, by, ...(reason ? { reason } : {}) })],
      };
    });
    deps.wake();
    return decided;
  };

import { z } from "@hono/zod-openapi";
import { receiptsOf } from "@yigong/application/expense/receipts.ts";
import type { Files } from "@yigong/application/ports/files.ts";
import { Expense } from "@yigong/core/expense/index.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import { MaterialView } from "./material.view.ts";
import { type PeopleDeps, peopleIn, withPeopleOf } from "./names.ts";
import { photoView } from "./photo.view.ts";

const { recorded, void: voided } = Expense.One.shape;

const ExpenseView = z
  .object({ ...Expense.One.shape, recorded, void: voided, receipts: z.array(MaterialView) })
  .openapi("Expense");

/** The money of an activity: what was granted, spent and is left, each expense with its receipts. */
export const SpendingView = withPeopleOf(
  z.object({
    activityId: z.string(),
    granter: Expense.Granter,
    state: z.enum(["open", "handedIn", "settled", "closed"]),
    grantedFen: z.int(),
    spentFen: z.int(),
    leftFen: z.int(),
    expenses: z.array(ExpenseView),
    returns: Expense.Info.options[0].shape.returns,
    handedIn: Expense.Info.options[1].shape.handedIn.optional(),
    settled: Expense.Info.options[2].shape.settled.optional(),
    closedAt: Instant.optional(),
  }),
).openapi("Spending");

export interface ViewDeps extends PeopleDeps {
  photos: Pick<Photos, "of">;
  files: Files;
}

/** Shows the money with links to its receipts that are good for about an hour. */
export async function spendingView(deps: ViewDeps, money: Expense.Info) {
  const files = await receiptsOf(deps, money);
  const expenses = await Promise.all(
    money.expenses.map(async (one) => {
      const found = one.receiptIds.flatMap((id) => files.get(id) ?? []);
      return { ...one, receipts: await Promise.all(found.map((photo) => photoView(deps.files, photo))) };
    }),
  );
  const spentFen = Expense.spentFen(money);
  const { activityId, granter, state, grantedFen, returns } = money;
  const sums = { grantedFen, spentFen, leftFen: grantedFen - spentFen };
  const shown = {
    ...{ activityId, granter, state, ...sums, expenses, returns },
    ...("handedIn" in money ? { handedIn: money.handedIn } : {}),
    ...("settled" in money ? { settled: money.settled } : {}),
    ...("closedAt" in money ? { closedAt: money.closedAt } : {}),
  };
  return { ...shown, people: await peopleIn(deps, shown) };
}

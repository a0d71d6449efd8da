import { createRoute, z } from "@hono/zod-openapi";
import { decideExpenses } from "@yigong/application/expense/decide-expenses.ts";
import { type ExpenseDeps, requireGrant } from "@yigong/application/expense/expense-stores.ts";
import { handInExpenses } from "@yigong/application/expense/hand-in-expenses.ts";
import { recordExpense } from "@yigong/application/expense/record-expense.ts";
import { voidExpense } from "@yigong/application/expense/void-expense.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Expense } from "@yigong/core/expense/index.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, routes, STEP_UP, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { SpendingView, spendingView, type ViewDeps } from "./expense.view.ts";

const ById = z.object({ id: Activity.Id });
const ByExpense = ById.extend({ expenseId: Expense.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const answer = answers(SpendingView, "The money: granted, spent, left, and each expense with its receipts");
const route = <const Path extends string>(path: Path, summary: string) => ({
  ...{ path, summary, tags: ["Expenses"], security, responses: answer },
});

export type ExpenseRouteDeps = ExpenseDeps & ViewDeps & { now: () => string };

/** The money that was granted for an activity: spent with receipts, handed in, settled. @source docs/domain.md A9 */
export const expenseRoutes = (deps: ExpenseRouteDeps) => {
  const [record, revoke, handIn, decide] = [
    recordExpense(deps),
    voidExpense(deps),
    handInExpenses(deps),
    decideExpenses(deps),
  ];
  const allowed = async (actor: Actor, action: "expense.read" | "expense.write" | "expense.settle", id: string) => ({
    ...allow(actor, action, activitySubject(await deps.activities.get(id))),
    at: deps.now(),
  });
  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}/spending", "The granted money of an activity, and what it was spent on"),
        method: "get",
        request: { params: ById },
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await allowed(actorOf(c), "expense.read", id);
        const grantedFen = await requireGrant(deps, id);
        const money = (await deps.spendings.find(id)) ?? Expense.begin(id, grantedFen);
        return c.json(await spendingView(deps, money), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/expenses", "Record an expense with its receipts, within the grant"),
        method: "post",
        request: { params: ById, headers: Once, ...body(Expense.Writing) },
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const by = await allowed(actorOf(c), "expense.write", id);
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const once = keyedId(deps.newId, "exp", { memberId: by.actorId, key: key && `${id} ${key}` });
        const money = await record(id, c.req.valid("json"), { ...by, id: Expense.Id.parse(once) });
        return c.json(await spendingView(deps, money), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/expenses/{expenseId}/void", "Take an expense out of the sum, with a reason"),
        method: "post",
        request: { params: ByExpense, ...body(z.object({ reason: Expense.Reason })) },
      }),
      async (c) => {
        const { id, expenseId } = c.req.valid("param");
        const by = await allowed(actorOf(c), "expense.write", id);
        return c.json(await spendingView(deps, await revoke(id, expenseId, { ...by, ...c.req.valid("json") })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/spending/hand-in", "Say that all receipts are in, so that the money is settled"),
        method: "post",
        request: { params: ById },
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const by = await allowed(actorOf(c), "expense.write", id);
        return c.json(await spendingView(deps, await handIn(id, by)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/spending/decision", "Settle what was handed in, or return it with a reason"),
        ...STEP_UP,
        method: "post",
        request: { params: ById, ...body(z.union(Expense.Verdict.options)) },
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const by = await allowed(actorOf(c), "expense.settle", id);
        return c.json(await spendingView(deps, await decide(id, c.req.valid("json"), by)), 200);
      },
    );
};

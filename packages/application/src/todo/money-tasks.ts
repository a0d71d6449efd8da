import { type Info as Money, maySettle, spentFen, yuan } from "@yigong/core/expense/expense.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { groundsFor, may } from "@yigong/core/permission/policy.ts";
import { mustSettle } from "@yigong/core/proposal/proposal.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Standing, Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** At most so many of a kind. */
const LISTED = 50;

/** Granted money: one's own that is to be handed in once the activity is over or cancelled, and what others handed in. @source docs/domain.md A9 */
export const moneyTasks = async (deps: TodoDeps, around: Surroundings): Promise<Task[]> =>
  (await Promise.all([ownMoney(deps, around), toSettle(deps, around)])).flat();

async function ownMoney(deps: TodoDeps, { begun, upcoming, member }: Surroundings): Promise<Task[]> {
  const over = [...upcoming, ...begun].filter(
    ({ activity, lifecycle: { status } }) =>
      activity.organizerId === member.id &&
      activity.origin !== "alliance" &&
      (status === "archiving" || status === "cancelled"),
  );
  if (over.length === 0) return [];
  const ids = over.slice(0, LISTED).map(({ activity }) => activity.id);
  const [proposals, spendings] = await Promise.all([deps.proposals.getMany(ids), deps.spendings.getMany(ids)]);
  const granted = new Set(proposals.filter((one) => mustSettle(one)).map(({ activityId }) => activityId));
  const money = new Map(spendings.map((one) => [one.activityId, one]));
  return over.flatMap((one) => (granted.has(one.activity.id) ? handingIn(one, money.get(one.activity.id)) : []));
}

function handingIn({ activity: { id, title }, lifecycle }: Standing, money: Money | undefined): Task[] {
  if (money && money.state !== "open") return [];
  const dueAt = lifecycle.status === "archiving" ? lifecycle.archiveDueAt : undefined;
  const task = { key: id, dueAt, href: PAGE.money(id) };
  const reason = money?.returns.at(-1)?.reason;
  if (reason === undefined) return [{ ...task, kind: "moneyOpen", about: { title } }];
  return [{ ...task, kind: "moneyReturned", about: { title, reason } }];
}

async function toSettle(deps: TodoDeps, { actor }: Surroundings): Promise<Task[]> {
  if (!may(actor, "expense.settle")) return [];
  const { grant } = groundsFor(actor, "expense.settle");
  const party = { by: actor.memberId, deputyFor: grant?.deputyFor };
  const { items } = await deps.spendings.handedIn({ limit: LISTED });
  const activities = new Map(
    (
      await deps.activities.getMany(
        items.map(({ activityId }) => activityId),
        recent,
      )
    ).map((activity) => [activity.id as string, activity]),
  );
  const open = items.flatMap((money) => {
    const activity = activities.get(money.activityId);
    return activity && "handedIn" in money && maySettle(money, activity.organizerId, party)
      ? [{ activity, money }]
      : [];
  });
  const names = await nameOf(
    deps,
    open.map(({ money }) => money.handedIn.by),
  );
  return open.map(({ activity: { id, title }, money }): Task => {
    const sums = { granted: yuan(money.grantedFen), spent: yuan(spentFen(money)) };
    const about = { title, name: names(money.handedIn.by), ...sums };
    return { kind: "moneyToSettle", key: id, about, href: PAGE.money(id) };
  });
}

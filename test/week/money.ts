import { spentFen } from "@yigong/core/expense/expense.ts";
import type { Started, Who } from "@yigong/testing/alliance.ts";
import { type Command, type Draw, named, whoOf } from "./draw.ts";
import { attempt, owe, type Week } from "./week.ts";

/** Activities for which money is asked in one week, at most. */
const MOST = 2;
const YUAN = 100;

const askedFor = ({ activities, model }: Week) => activities.filter(({ id }) => model.money.has(id));
const oneOf = (week: Week, { activity }: Draw) => {
  const asked = askedFor(week);
  return asked[activity % Math.max(1, asked.length)];
};

const payerOf = (draw: Draw): Who => (draw.who % 3 === 0 ? "alliance" : "lead");
/** From very little to more than the most that is ever granted. */
const fenOf = ({ hours, yes }: Draw): number => (Math.abs(hours) + 1) * YUAN * (yes ? 1 : 5);

/** Pays something and records it; what was recorded is added to what the model knows. */
async function spend(week: Week, activity: Started, said: { by: Who; fen: number }): Promise<void> {
  await week.house.spend(activity, said);
  week.model.money.get(activity.id)?.spent.push(said.fen);
}

/** What people do with the money of the alliance: ask for it, grant it, spend it with receipts, settle it. */
export const MONEY = {
  askMoney: async (week, draw) => {
    if (askedFor(week).length >= MOST) return;
    const { house, model, activities } = week;
    const moneyFen = (20 + Math.abs(draw.hours)) * YUAN;
    const number = activities.length + 1;
    await attempt(week, `第${number}场 asks for ${moneyFen} fen`, async () => {
      const started = await house.startActivity({
        ...{ in: 3 + (draw.activity % 3), by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never },
        ...{ title: `第${number}场`, audience: { branchIds: [], teamIds: [] }, headCount: 2 },
        proposal: { plan: "走访独居老人并检修线路", wishes: { guidance: false, moneyFen } } as never,
      });
      week.runs.set(started.id, "lead");
      model.money.set(started.id, { askedFen: moneyFen, grantedFen: 0, spent: [] });
      activities.push(started);
      owe(week, [{ activityId: started.id, memberId: house.idOf("alliance") }], {
        ...{ templates: ["proposal.submitted"], why: `第${number}场 is proposed` },
      });
    });
  },
  decideMoney: async (week, draw) => {
    const activity = oneOf(week, draw);
    const money = activity && week.model.money.get(activity.id);
    if (!money) return;
    const moneyFen = money.askedFen + (draw.hours > 20 ? YUAN : -YUAN * (draw.who % 5));
    const verdict = draw.hours > -25 ? "approve" : "refuse";
    const why = `${named(week, activity)} is granted ${moneyFen} fen, ${verdict}`;
    const done = await attempt(week, why, () =>
      verdict === "approve" ? week.house.approve(activity, { moneyFen }) : week.house.refuse(activity),
    );
    if (!done) return;
    if (verdict === "approve") money.grantedFen = moneyFen;
    const templates = [verdict === "approve" ? "proposal.approved" : "proposal.refused"];
    owe(week, [{ activityId: activity.id, memberId: week.house.idOf("lead") }], { templates, why });
  },
  receipt: async (week, draw) => {
    const activity = oneOf(week, draw);
    if (!activity) return;
    const [by, fen] = [payerOf(draw), fenOf(draw)];
    await attempt(week, `${by} spends ${fen} fen for ${named(week, activity)}`, () =>
      spend(week, activity, { by, fen }),
    );
  },
  /** Two people at the same moment, each of whom sees that there is enough left. */
  twoReceipts: async (week, draw) => {
    const activity = oneOf(week, draw);
    if (!activity) return;
    const fen = fenOf(draw);
    await Promise.all(
      (["lead", "alliance"] as const).map((by) =>
        attempt(week, `${by} spends ${fen} fen at once for ${named(week, activity)}`, () =>
          spend(week, activity, { by, fen }),
        ),
      ),
    );
  },
  voidExpense: async (week, draw) => {
    const activity = oneOf(week, draw);
    const money = activity && week.model.money.get(activity.id);
    const stored = activity && (await week.house.machine.app.useCases.spendings.find(activity.id));
    const one = stored?.expenses.find((expense) => expense.void === undefined);
    if (!money || !one) return;
    const path = `/activities/${activity.id}/expenses/${one.id}/void`;
    const done = await attempt(week, `an expense of ${named(week, activity)} is void`, () =>
      week.house.as("lead").post(path, { reason: "金额记错" }),
    );
    if (done) money.spent.splice(money.spent.indexOf(one.fen), 1);
  },
  handIn: async (week, draw) => {
    const activity = oneOf(week, draw);
    if (!activity) return;
    const { spendings } = week.house.machine.app.useCases;
    const before = (await spendings.find(activity.id))?.state ?? "open";
    const why = `the receipts of ${named(week, activity)} are handed in`;
    const path = `/activities/${activity.id}/spending/hand-in`;
    const done = await attempt(week, why, () => week.house.as("lead").post(path));
    if (done && before === "open")
      owe(week, [{ activityId: activity.id, memberId: week.house.idOf("alliance") }], {
        ...{ templates: ["expense.handedIn"], why },
      });
  },
  settle: async (week, draw) => {
    const activity = oneOf(week, draw);
    if (!activity) return;
    const verdict = draw.yes ? { verdict: "settle" } : { verdict: "return", reason: "少一张发票" };
    const why = `${verdict.verdict} the money of ${named(week, activity)}`;
    const path = `/activities/${activity.id}/spending/decision`;
    const by = draw.who === 0 ? whoOf(draw) : "alliance";
    const done = await attempt(week, why, () => week.house.as(by).post(path, verdict));
    if (!done) return;
    const templates = [draw.yes ? "expense.settled" : "expense.returned"];
    owe(week, [{ activityId: activity.id, memberId: week.house.idOf("lead") }], { templates, why });
  },
} as const satisfies Record<string, Command>;

/** Never more is spent than was granted, at any instant, and it is what was recorded. */
export async function faultsOfMoney(week: Week): Promise<string[]> {
  const faults: string[] = [];
  for (const activity of askedFor(week)) {
    const { grantedFen = 0, spent = [] } = week.model.money.get(activity.id) ?? {};
    const stored = await week.house.machine.app.useCases.spendings.find(activity.id);
    const [is, known] = [stored ? spentFen(stored) : 0, spent.reduce((sum, fen) => sum + fen, 0)];
    if (is !== known) faults.push(`${is} fen are spent for ${named(week, activity)}, and ${known} were recorded`);
    if (is > grantedFen) faults.push(`${is} fen are spent for ${named(week, activity)} of ${grantedFen}`);
    if (stored && stored.grantedFen !== grantedFen) faults.push(`${stored.grantedFen} fen count as granted`);
    if (stored && (stored.state === "settled" || stored.state === "closed") && stored.returnedFen !== grantedFen - is)
      faults.push(`${stored.returnedFen} fen of ${grantedFen - is} are given back`);
  }
  return faults;
}

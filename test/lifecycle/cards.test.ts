import type { Alliance, Started, Who } from "@yigong/testing/alliance.ts";
import { type CardHouse, cardHouse } from "@yigong/testing/card-house.ts";
import { CARD_ENV, type OfficeApp, type SeenCard } from "@yigong/testing/card-offices.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let cards: CardHouse;
let house: Alliance;
beforeAll(async () => {
  cards = await cardHouse();
  house = cards.house;
  const { bind } = cards;
  await bind("secretaryA", "wecom", "SecretaryA");
  await bind("alliance", "dingtalk", "ding-alliance");
  await bind("admin", "feishu", "ou_admin");
  await bind("coverA1", "wecom", "CoverA1");
  await bind("coverA2", "feishu", "ou_coverA2");
  await bind("counterHead", "dingtalk", "ding-head");
  await bind("freeA2", "feishu", "ou_freeA2");
});
afterAll(() => cards.close());

const lastCard = (app: OfficeApp) => cards.lastCard(app);
const press: CardHouse["press"] = (...args) => cards.press(...args);
const turnedIn = (app: OfficeApp) => cards.turnedIn(app);
const leaveOf = async (activity: Started, who: Who) => {
  const leave = await house.machine.app.useCases.leaves.get(activity.id, house.idOf(who));
  if (!("decision" in leave)) throw new Error(`Nobody has decided: ${leave.status}.`);
  return leave;
};
const approvals = async ({ id }: Started) => {
  const { items } = await house
    .as("alliance")
    .get<{ items: { action: string }[] }>(`/activities/${id}/audit?limit=100`);
  return items.filter(({ action }) => action === "leave.approved").length;
};
const statusOf = async (activity: Started, who: Who) =>
  (await house.machine.app.useCases.leaves.get(activity.id, house.idOf(who))).status;

describe("a request for leave", () => {
  let activity: Started;
  let card: SeenCard;

  it("goes to the secretary as a card whose no leads to the page, since it takes a reason", async () => {
    activity = await house.startActivity({ in: 5 });
    await house.askLeave(activity, "partyA1");
    card = lastCard("wecom");

    expect(card).toMatchObject({ account: "secretarya", title: expect.stringContaining("partyA1") });
    expect(card.body).not.toContain("http");
    expect(card.no).toBe(`http://localhost:3000/m/approvals/leave/${activity.id}.${house.idOf("partyA1")}`);
    expect(await house.told(activity, "secretaryA")).toEqual(["leave.requested"]);
  });

  it("is not decided by somebody else's account, nor by one that nobody has", async () => {
    await press(card, card.yes, { by: "CoverA1" });
    await press(card, card.yes, { by: "stranger" });

    expect(await statusOf(activity, "partyA1")).toBe("requested");
  });

  it("is not decided by a request that is more than five minutes off", async () => {
    const late = await press(card, card.yes, { at: new Date(Date.parse(house.machine.now()) - 301_000).toISOString() });

    expect(late).toMatchObject({ status: 401, text: expect.stringContaining("card.stale") });
    expect(await statusOf(activity, "partyA1")).toBe("requested");
  });

  it("is approved by the button as on the page, and the card turns into its outcome", async () => {
    const { status } = await press(card, card.yes, { by: "SecretaryA", nonce: "once" });

    expect(status).toBe(200);
    expect(await house.leavesOf(activity)).toEqual({ partyA1: "approved by secretaryA" });
    expect(await house.told(activity, "partyA1")).toContain("leave.approved");
    expect(turnedIn("wecom")).toEqual(["已准假"]);
  });

  it("refuses a copy of the same click, and another click shows the outcome without deciding", async () => {
    const copy = await press(card, card.yes, { by: "SecretaryA", nonce: "once" });
    const again = await press(card, card.yes, { by: "SecretaryA" });

    expect(copy).toMatchObject({ status: 409, text: expect.stringContaining("card.replayed") });
    expect(again.status).toBe(200);
    expect(await house.leavesOf(activity)).toEqual({ partyA1: "approved by secretaryA" });
  });
});

describe("one question with two people's cards", () => {
  let activity: Started;

  it("turns the branch's card into what became of it when it is passed on", async () => {
    const at = house.machine.now();
    const alliance = { role: "alliance", scope: { kind: "all" }, from: "2026-01-01T00:00:00.000Z" } as const;
    await house.machine.app.useCases.members.change(house.idOf("admin"), (member) => ({
      to: { ...member, roles: [...member.roles, alliance] },
      at,
    }));
    activity = await house.startActivity({ in: 5 });
    await house.signUp(activity, "freeA1");
    await house.askLeave(activity, "partyA2");
    await house.advanceTo(activity.at("18:01", -2));

    expect(await statusOf(activity, "partyA2")).toBe("escalated");
    expect(turnedIn("wecom").at(-1)).toBe("已转联盟决定");
  });

  it("is decided once when both press at the same time; the second sees the first one's decision", async () => {
    const [ding, feishu] = [lastCard("dingtalk"), lastCard("feishu")];
    const answers = await Promise.all([press(ding, ding.yes), press(feishu, feishu.yes)]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { status, decision } = await leaveOf(activity, "partyA2");
    expect([status, ["admin", "alliance"]]).toEqual(["approved", expect.arrayContaining([house.whoIs(decision.by)])]);
    expect(await approvals(activity)).toBe(1);
    const [own, other] = decision.by === house.idOf("alliance") ? ["dingtalk", "feishu"] : ["feishu", "dingtalk"];
    expect(turnedIn(own as OfficeApp).at(-1)).toBe("已准假");
    expect(turnedIn(other as OfficeApp).at(-1)).toBe(`${house.whoIs(decision.by)}已准假`);
    await house.cancel(activity);
  });
});

describe("a cover that is offered", () => {
  let activity: Started;

  it("asks with two buttons, and its no asks the next best at once", async () => {
    activity = await house.startActivity({ in: 4 });
    const [from, to] = [activity.at("08:00"), activity.at("16:00")];
    await house.putShifts([{ who: "partyA1", post: "营业员", from, to }]);
    await house.signUp(activity, "partyA1", "partyA2");
    await house.advanceTo(activity.at("18:01", -2));
    const card = lastCard("wecom");
    expect(card).toMatchObject({ account: "covera1" });
    await press(card, card.no);

    expect(await house.coversOf(activity)).toMatchObject([
      { status: "offered", by: "coverA2", declined: ["coverA1 declined"] },
    ]);
    expect(turnedIn("wecom").at(-1)).toBe("已谢绝");
  });

  it("takes one answer when yes and no come at the same time", async () => {
    const card = lastCard("feishu");
    await Promise.all([press(card, card.yes), press(card, card.no)]);

    const [need] = await house.coversOf(activity);
    expect(["accepted by coverA2", "offered by partyB1"]).toContain(`${need?.status} by ${need?.by}`);
    expect(turnedIn("feishu").at(-1)).toBe(need?.status === "accepted" ? "已答应" : "已谢绝");
  });

  it("is confirmed by the head's card, which shows that", async () => {
    if ((await house.coversOf(activity))[0]?.status === "offered") await house.acceptCover(activity, "partyB1");
    const card = lastCard("dingtalk");
    expect(card.account).toBe("ding-head");
    await press(card, card.yes);

    expect(await house.coversOf(activity)).toMatchObject([{ status: "confirmed" }]);
    expect(turnedIn("dingtalk").at(-1)).toBe("代班已确认");
    await house.cancel(activity);
  });

  it("shows that its time is over, and a click after that changes nothing", async () => {
    const late = await house.startActivity({ in: 4 });
    const [from, to] = [late.at("08:00"), late.at("16:00")];
    await house.putShifts([{ who: "partyA1", post: "营业员", from, to }]);
    await house.signUp(late, "partyA1");
    await house.advanceTo(late.at("18:01", -2));
    const card = lastCard("wecom");
    await house.advanceTo(late.at("10:00", -1));
    expect(turnedIn("wecom").at(-1)).toBe("答复时间已过");

    expect((await press(card, card.yes)).status).toBe(200);
    expect(await house.coversOf(late)).toMatchObject([{ status: "offered", by: "coverA2" }]);
    await house.cancel(late);
    await house.advanceTo(late.at("11:00", -1));
    expect(turnedIn("feishu").at(-1)).toBe("活动已取消，不用答复");
  });
});

describe("a place that came free", () => {
  async function offered(): Promise<readonly [Started, SeenCard]> {
    const everywhere = { audience: { branchIds: [], teamIds: [] } };
    const activity = await house.startActivity({ in: 5, headCount: 1, ...everywhere });
    await house.signUp(activity, "freeA1", "freeA2", "freeB1");
    await house.advanceTo(activity.at("18:01", -2));
    await house.withdraw(activity, "freeA1", "临时出差");
    return [activity, lastCard("feishu")];
  }

  it("is taken by the button", async () => {
    const [activity, card] = await offered();
    await press(card, card.yes);

    expect(await house.placesOf(activity)).toEqual({ freeA1: "withdrawn", freeA2: "placed", freeB1: "waiting" });
    expect(turnedIn("feishu").at(-1)).toBe("已答应");
    await house.cancel(activity);
  });

  it("shows what was answered on the page, after which the buttons change nothing", async () => {
    const [activity, card] = await offered();
    await house.as("freeA2").post(`/activities/${activity.id}/offers/${activity.sessions[0]?.id}/decline`);
    expect(turnedIn("feishu").at(-1)).toBe("已谢绝");

    await press(card, card.yes);

    expect(await house.placesOf(activity)).toEqual({ freeA1: "withdrawn", freeA2: "withdrawn", freeB1: "offered" });
    await house.cancel(activity);
  });

  it("goes as an ordinary message to whom no office app knows", async () => {
    const before = cards.offices.cards().length;
    const [activity] = await offered();
    await house.as("freeA2").post(`/activities/${activity.id}/offers/${activity.sessions[0]?.id}/decline`);

    expect(cards.offices.cards()).toHaveLength(before + 1);
    expect(await house.told(activity, "freeB1")).toContain("participation.offered");
    await house.cancel(activity);
  });

  it("goes as an ordinary message when the app does not take the card", async () => {
    cards.offices.answers["/open-apis/im/v1/messages"] = {
      status: 400,
      code: 230002,
      msg: "the bot cannot reach them",
    };
    const [activity] = await offered();
    cards.offices.answers["/open-apis/im/v1/messages"] = { code: 0, data: { message_id: "om_1" } };

    expect(await house.told(activity, "freeA2")).toContain("participation.offered");
    const { items } = await house.machine.app.useCases.messages.list(house.idOf("freeA2"), { limit: 1 });
    expect(items[0]).toMatchObject({ template: "participation.offered", delivery: "delivered" });
    expect(house.faults.splice(0).join()).toContain("card in feishu");
    await house.cancel(activity);
  });
});

it("says nothing of a secret in what it logs or tells administrators", async () => {
  const shown = JSON.stringify(await house.as("admin").get("/settings/cards"));

  expect(shown).toContain("YIGONG_WECOM_CALLBACK_KEY");
  const secrets = Object.entries(CARD_ENV).flatMap(([name, value]) => (/SECRET|KEY|TOKEN/.test(name) ? [value] : []));
  expect(secrets.filter((secret) => shown.includes(secret) || house.faults.join().includes(secret))).toEqual([]);
  expect(house.faults).toEqual([]);
});

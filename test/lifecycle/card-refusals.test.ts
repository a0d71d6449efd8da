import { Card } from "@yigong/core/card/index.ts";
import type { Alliance, Started } from "@yigong/testing/alliance.ts";
import { type CardHouse, cardHouse } from "@yigong/testing/card-house.ts";
import type { SeenCard } from "@yigong/testing/card-offices.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let cards: CardHouse;
let house: Alliance;
beforeAll(async () => {
  cards = await cardHouse();
  house = cards.house;
  await cards.bind("freeA2", "feishu", "ou_freeA2");
  await cards.bind("freeB1", "feishu", "ou_freeB1");
});
afterAll(() => cards.close());

/** A place that is offered to freeA2, while freeB1 waits. */
async function offered(): Promise<readonly [Started, SeenCard]> {
  const everywhere = { audience: { branchIds: [], teamIds: [] } };
  const activity = await house.startActivity({ in: 5, headCount: 1, ...everywhere });
  await house.signUp(activity, "freeA1", "freeA2", "freeB1");
  await house.advanceTo(activity.at("18:01", -2));
  await house.withdraw(activity, "freeA1", "临时出差");
  return [activity, cards.lastCard("feishu")];
}

describe("a click that changes nothing", () => {
  let activity: Started;
  let card: SeenCard;

  it("is told why in the language of the card: an account that nobody has, and somebody else's", async () => {
    [activity, card] = await offered();
    const stranger = await cards.press(card, card.yes, { by: "ou_stranger" });
    const other = await cards.press(card, card.yes, { by: "ou_freeB1" });

    expect([stranger.status, other.status]).toEqual([200, 200]);
    expect(stranger.text).toContain("名册中没有这个账号");
    expect(other.text).toContain("不是发给您的");
    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "offered", freeB1: "waiting" });
  });

  it("is one whose pass, card or app is none that was sent", async () => {
    const { reference } = card;
    for (const changed of ["crd_00000000000000000000000009-1", reference.slice(0, -1), "x", `${reference} `])
      expect((await cards.press({ ...card, reference: changed }, card.yes)).text).toContain("已失效");
    for (const pass of ["", "yes", card.yes.slice(1), `${card.yes}0`, card.no.toUpperCase().padEnd(33, "0")])
      await cards.press(card, pass);
    await cards.press({ ...card, app: "dingtalk" }, card.yes);

    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "offered", freeB1: "waiting" });
  });

  it("is a yes that the page would refuse; the no is still there to be pressed", async () => {
    const { members } = house.machine.app.useCases;
    const at = house.machine.now();
    const [before] = await members.getMany([house.idOf("freeA2")]);
    await members.change(house.idOf("freeA2"), ({ volunteerSince: _, ...member }) => ({ to: member, at }));
    const refused = await cards.press(card, card.yes);
    expect(refused.text).not.toContain("已答应");
    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "offered" });

    const declined = await cards.press(card, card.no);

    expect(declined.text).toContain("已谢绝");
    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "withdrawn", freeB1: "offered" });
    await members.change(house.idOf("freeA2"), (member) => ({ to: { ...member, ...before }, at }));
    await house.cancel(activity);
  });
});

it("an offer that expired is not taken by the button, which shows that its time is over", async () => {
  const [activity, card] = await offered();
  await house.advanceTo(activity.at("09:00", -1));
  expect(cards.turnedIn("feishu")).toContain("答复时间已过");

  expect((await cards.press(card, card.yes)).text).toContain("答复时间已过");
  expect(await house.placesOf(activity)).toMatchObject({ freeA2: "waiting", freeB1: "offered" });
  await house.cancel(activity);
});

it("a card whose app is down is waited for, then goes as an ordinary message", async () => {
  cards.offices.answers["/open-apis/im/v1/messages"] = { status: 503 };
  const before = cards.offices.cards().length;
  const [activity] = await offered();
  const listed = async () =>
    (await house.machine.app.useCases.messages.list(house.idOf("freeA2"), { limit: 1 })).items[0];
  expect(await listed()).toMatchObject({ template: "participation.offered", delivery: "queued" });

  await house.advanceTo(activity.at("18:05", -2));

  expect(cards.offices.cards().length).toBeGreaterThan(before + 1);
  expect(await listed()).toMatchObject({ template: "participation.offered", delivery: "delivered" });
  cards.offices.answers["/open-apis/im/v1/messages"] = { code: 0, data: { message_id: "om_1" } };
  // The outbox notes each try.
  expect(new Set(house.faults.splice(0).map((line) => / effect: (\S+)/.exec(line)?.[1]))).toEqual(
    new Set(["message.undelivered"]),
  );
  await house.cancel(activity);
});

it("a card and its outcome are in the language of its reader", async () => {
  const at = house.machine.now();
  const { members } = house.machine.app.useCases;
  await members.change(house.idOf("freeA2"), (member) => ({ to: { ...member, language: "en" }, at }));
  const [activity, card] = await offered();
  expect(card.title).not.toContain("空位");
  const stranger = await cards.press(card, card.yes, { by: "ou_stranger" });
  const { text } = await cards.press(card, card.yes);

  expect(stranger.text).toContain("The roster does not know this account");
  expect(text).toContain("Accepted");
  expect(cards.turnedIn("feishu").at(-1)).toBe("Accepted");
  await members.change(house.idOf("freeA2"), ({ language: _, ...member }) => ({ to: member, at: house.machine.now() }));
  await house.cancel(activity);
});

it("a click that was cut off is ended by the same click; the other one waits for it", async () => {
  const [activity, card] = await offered();
  const id = Card.idIn(card.reference) ?? "";
  const at = house.machine.now();
  await house.machine.app.useCases.cards.change(id, (row) =>
    row.status === "spent" ? row : Card.claim(row, "yes", at),
  );

  expect((await cards.press(card, card.no)).text).toContain("另一个答复正在处理");
  expect(await house.placesOf(activity)).toMatchObject({ freeA2: "offered" });
  expect((await cards.press(card, card.yes)).text).toContain("已答应");
  expect(await house.placesOf(activity)).toMatchObject({ freeA2: "placed" });
  await house.cancel(activity);
});

it("a card of an earlier request does not decide a later one, and says what became of its own", async () => {
  await cards.bind("secretaryA", "wecom", "SecretaryA");
  const activity = await house.startActivity({ in: 5 });
  await house.askLeave(activity, "partyA1");
  const first = cards.lastCard("wecom");
  await house.as("partyA1").delete(`/activities/${activity.id}/leaves/me`);
  expect(cards.turnedIn("wecom").at(-1)).toBe("申请已撤回");
  await house.askLeave(activity, "partyA1", { note: "另有安排" });

  await cards.press(first, first.yes);
  expect(await house.leavesOf(activity)).toEqual({ partyA1: "requested" });

  const second = cards.lastCard("wecom");
  expect(second.reference).not.toBe(first.reference);
  await cards.press(second, second.yes);
  expect(await house.leavesOf(activity)).toEqual({ partyA1: "approved by secretaryA" });
  await house.cancel(activity);
});

it("a request is an ordinary message to whoever likes another channel better, and read once it is answered", async () => {
  await house.as("secretaryA").put("/me/preferences", { channels: { ask: "mail" }, tellsInDigest: false });
  const before = cards.offices.cards().length;
  const activity = await house.startActivity({ in: 5 });
  await house.askLeave(activity, "partyA2");
  expect(cards.offices.cards()).toHaveLength(before);
  await house.as("secretaryA").put("/me/preferences", { channels: {}, tellsInDigest: false });
  await house.askLeave(activity, "partyA3");
  const card = cards.lastCard("wecom");
  await cards.press(card, card.yes);

  const { items } = await house.machine.app.useCases.messages.list(house.idOf("secretaryA"), { limit: 20 });
  const own = items.filter(({ activityId }) => activityId === activity.id);
  const read = own.map(({ page, readAt }) => [page?.split(".").at(-1), readAt !== undefined]);
  expect(Object.fromEntries(read)).toEqual({ [house.idOf("partyA2")]: false, [house.idOf("partyA3")]: true });
  await house.cancel(activity);
});

describe("the public address", () => {
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await house.machine.web.request(path, init);
    return [answer.status, ((await answer.json().catch(() => ({}))) as { code?: string }).code];
  };

  it.each(["wecom", "dingtalk", "feishu"])(
    "%s refuses whatever is not signed, and nothing of it is a fault",
    async (app) => {
      for (const body of ["", "{}", "<xml></xml>", "\u0000", "x".repeat(60_000), '{"encrypt":""}', '{"encrypt":1}'])
        expect(await ask(`/callback/${app}?msg_signature=a&timestamp=1&nonce=%00`, { method: "POST", body })).toEqual([
          401,
          "card.not_authentic",
        ]);
      expect(await ask(`/callback/${app}`, { method: "POST", body: "x".repeat(70_000) })).toEqual([
        413,
        "input.too_large",
      ]);
      expect((await ask(`/callback/${app}`))[0]).toBe(401);
      expect(house.faults).toEqual([]);
    },
  );

  it.each(["oidc", "__proto__", "constructor", "..%2f", "WECOM"])("of %s is none", async (app) => {
    expect((await ask(`/callback/${app}`, { method: "POST", body: "{}" }))[0]).toBe(404);
  });
});

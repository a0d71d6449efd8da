import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cards, dynamoCards } from "./card.store.ts";
import { Card } from "./index.ts";

let store: TestTable;
let cards: Cards;
beforeAll(async () => {
  store = await testTable();
  cards = dynamoCards(store.table);
});
afterAll(() => store.stop());

const at = "2026-09-01T01:00:00.000Z";
const cardOf = (digit: number, subjectId = "need_1"): Card.Info => ({
  id: Card.idFor(`msg_${String(digit).padStart(26, "0")}`),
  kind: "cover",
  activityId: "act_1",
  subjectId,
  memberId: `mem_${digit}`,
  provider: "feishu",
  account: "ou_1",
  round: at,
  passes: { yes: "y", no: "n" },
  language: "en",
  title: "t",
  body: "b",
  page: "/m",
  at,
  tries: 0,
  version: 0,
  status: "open",
});

describe("the cards", () => {
  it("are each written once, and found by what they are about", async () => {
    await cards.add(cardOf(1), {});
    const again = await cards.add({ ...cardOf(1), title: "another" }, {});
    await cards.add(cardOf(2), {});
    await cards.add(cardOf(3, "need_2"), {});

    expect(again.title).toBe("t");
    const about = await cards.about({ activityId: "act_1", subjectId: "need_1" });
    expect(about.map(({ memberId }) => memberId)).toEqual(["mem_1", "mem_2"]);
  });

  it("take one of two answers that come at the same time", async () => {
    const { id } = await cards.add(cardOf(4), {});
    const claim = (reply: Card.Reply) =>
      cards.change(id, (card) => (card.status === "spent" ? card : Card.claim(card, reply, at)));
    const claims = await Promise.allSettled([claim("yes"), claim("no")]);

    expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(claims.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual(["card.answered"]);
  });

  it("are gone once their day is forgotten", async () => {
    await cards.forget("2026-08-31");
    expect(await cards.find(cardOf(1).id)).toBeDefined();
    await cards.forget("2026-09-01");

    expect(await cards.find(cardOf(1).id)).toBeUndefined();
    await expect(cards.get(cardOf(1).id)).rejects.toMatchObject({ code: "card.missing" });
  });
});

describe("a callback", () => {
  it("is used once in its app, whoever comes first", async () => {
    const uses = await Promise.all([1, 2, 3].map(() => cards.useOnce("wecom", "n-1", at)));

    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await cards.useOnce("feishu", "n-1", at)).toBe(true);
  });

  it("is forgotten with its day, when its age refuses it anyhow", async () => {
    await cards.forgetUsed("2026-09-01");

    expect(await cards.useOnce("wecom", "n-1", at)).toBe(true);
  });
});

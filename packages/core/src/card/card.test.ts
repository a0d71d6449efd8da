import { describe, expect, it } from "vitest";
import { WORDS } from "../language/index.ts";
import { Card } from "./index.ts";

const at = "2026-09-01T01:00:00.000Z";
const after = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
const card = Card.Info.parse({
  id: Card.idFor("msg_00000000000000000000000001"),
  kind: "cover",
  activityId: "act_1",
  subjectId: "need_1",
  memberId: "mem_1",
  provider: "wecom",
  account: "zhangsan",
  round: at,
  passes: { yes: "y", no: "n" },
  language: "zh-CN",
  title: "请代班",
  body: "周五的班",
  page: "/m/covers/need_1",
  at,
  tries: 1,
  version: 0,
  status: "open",
});
const codeOf = (run: () => unknown) => {
  try {
    run();
    return "done";
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const claimed = Card.claim(card as Exclude<Card.Info, Card.Spent>, "yes", at) as Exclude<Card.Info, Card.Spent>;

describe("a card", () => {
  it("takes one answer: the other one waits while it is carried out, the same one is the same", () => {
    expect(claimed).toMatchObject({ status: "claimed", reply: "yes", claimedAt: at });
    expect(codeOf(() => Card.claim(claimed, "no", after(59)))).toBe("card.answered");
    expect(Card.claim(claimed, "yes", after(1))).toMatchObject({ status: "claimed", claimedAt: after(1) });
  });

  it("takes the other answer when the first was cut off for longer than anything runs", () => {
    expect(Card.claim(claimed, "no", after(60))).toMatchObject({ status: "claimed", reply: "no" });
  });

  it("is open again when its answer was refused, and not when another one is being carried out", () => {
    expect(Card.release(claimed, "yes")).toEqual(card);
    expect(Card.release(claimed, "no")).toBe(claimed);
    expect(Card.release(card, "yes")).toBe(card);
  });

  it("ends once, with what it ended with first", () => {
    const spent = Card.spend(claimed, { code: "accepted", by: "mem_1" }, after(2));

    expect(Card.Info.parse(spent)).toMatchObject({ status: "spent", reply: "yes", spentAt: after(2) });
    expect(Card.spend(spent, { code: "expired" }, after(3))).toBe(spent);
    expect(spent).not.toHaveProperty("claimedAt");
  });

  it("is found by the reference of each of its tries, and by nothing that is none", () => {
    expect(Card.idIn(Card.referenceOf({ ...card, tries: 12 }))).toBe(card.id);
    for (const other of ["", card.id, `${card.id}-`, `${card.id}-1x`, `x${card.id}-1`, `${card.id.toUpperCase()}-1`])
      expect(Card.idIn(other)).toBeUndefined();
    expect(Card.messageIdOf(card)).toBe("msg_00000000000000000000000001");
  });
});

it.each(["zh-CN", "en"] as const)("has buttons that fit on every app's cards: %s", (language) => {
  const buttons = Card.KINDS.flatMap((kind) => [
    WORDS[language][`card.${kind}.yes`],
    WORDS[language][`card.${kind}.no`],
  ]);

  expect([...buttons, WORDS[language]["card.done"]].filter((label) => [...label].length > 10)).toEqual([]);
});

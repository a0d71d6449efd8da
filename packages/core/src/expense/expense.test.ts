import { describe, expect, it } from "vitest";
import { Expense } from "./index.ts";

const activityId = "act_01k0000000000000000000000a";
const at = "2026-09-20T01:00:00.000Z";
const by = (actorId: string, deputyFor?: string) => ({ actorId, at, ...(deputyFor ? { deputyFor } : {}) });
const today = "2026-09-20";
const id = (number: number) => Expense.Id.parse(`exp_${String(number).padStart(26, "0")}`);
const said = (number: number, fen: number): Expense.Writing =>
  Expense.Writing.parse({
    ...{ fen, what: "矿泉水两箱", paidOn: today },
    receiptIds: [`mat_${String(number).padStart(26, "0")}`],
  });
const spend = (money: Expense.Info, number: number, fen: number, who = "mem_1") =>
  Expense.record(money, said(number, fen), { ...by(who), id: id(number), today });
const begun = Expense.begin(activityId, 10_000);
const spent = spend(spend(begun, 1, 6_000), 2, 4_000);
const handedIn = Expense.handIn(spent, by("mem_1"));
const settle = (money: Expense.Info, who: string, deputyFor?: string) =>
  Expense.decide(money, { verdict: "settle" }, { ...by(who, deputyFor), organizerId: "mem_9" });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe("spending granted money", () => {
  it.each([
    [10_000, "taken"],
    [10_001, "expense.above_grant"],
  ])("of 100 yuan, a receipt of %i fen is %s", (fen, outcome) => {
    const result = () => Expense.spentFen(spend(begun, 1, fen));

    if (outcome === "taken") expect(result()).toBe(fen);
    else expect(result).toThrow(code(outcome));
  });

  it("says what was granted, spent and is left when a receipt is above the grant", () => {
    expect(() => spend(spend(begun, 1, 9_950), 2, 51)).toThrow(
      expect.objectContaining({
        said: expect.objectContaining({ values: { granted: "100", spent: "99.50", left: "0.50" } }),
      }),
    );
  });

  it("is the same expense under the same id, and another receipt is needed for another one", () => {
    expect(spend(spent, 1, 6_000)).toBe(spent);
    expect(() => Expense.record(spend(begun, 1, 100), said(1, 100), { ...by("mem_1"), id: id(2), today })).toThrow(
      code("expense.receipt_used"),
    );
  });

  it("refuses what is to be paid tomorrow", () => {
    const tomorrow = { ...said(1, 100), paidOn: "2026-09-21" };

    expect(() => Expense.record(begun, tomorrow, { ...by("mem_1"), id: id(1), today })).toThrow(
      code("expense.in_future"),
    );
  });

  it("gives the money back when an expense is voided, which is done once and stays to be seen", () => {
    const voided = Expense.revoke(spent, { ...by("mem_1"), id: id(1), reason: "记错" });

    expect(Expense.spentFen(voided)).toBe(4_000);
    expect(Expense.Info.parse(voided).expenses[0]?.void).toMatchObject({ by: "mem_1", reason: "记错" });
    expect(() => Expense.revoke(voided, { ...by("mem_1"), id: id(1), reason: "记错" })).toThrow(code("expense.void"));
    expect(() => Expense.revoke(spent, { ...by("mem_1"), id: id(7), reason: "记错" })).toThrow(code("expense.missing"));
  });
});

describe("settling granted money", () => {
  it("tells how much goes back, and is done once", () => {
    const settled = settle(Expense.handIn(spend(begun, 1, 6_050), by("mem_1")), "mem_5");

    expect(Expense.Info.parse(settled)).toMatchObject({ state: "settled", returnedFen: 3_950 });
    expect(() => settle(settled, "mem_5")).toThrow(code("expense.settled"));
    expect(Expense.isUnsettled(settled)).toBe(false);
  });

  it.each([
    ["who recorded an expense", "mem_1", undefined],
    ["the organizer", "mem_9", undefined],
    ["a deputy of the organizer", "mem_5", "mem_9"],
    ["a deputy of who recorded it", "mem_5", "mem_1"],
  ])("is not done by %s", (_, who, deputyFor) => {
    expect(() => settle(handedIn, who, deputyFor)).toThrow(code("expense.own"));
    expect(Expense.maySettle(handedIn, "mem_9", { by: who, deputyFor })).toBe(false);
  });

  it("waits until it was handed in, and then nothing is added", () => {
    expect(() => settle(spent, "mem_5")).toThrow(code("expense.not_handed_in"));
    expect(() => Expense.revoke(handedIn, { ...by("mem_1"), id: id(1), reason: "记错" })).toThrow(
      code("expense.handed_in"),
    );
    expect(Expense.handIn(handedIn, by("mem_1"))).toBe(handedIn);
  });

  it("is undone with a reason until the archive closes it", () => {
    const settled = settle(handedIn, "mem_5");
    const back = { verdict: "return", reason: "缺一张发票" } as const;
    const returned = Expense.decide(settled, back, { ...by("mem_5"), organizerId: "mem_9" });
    const closed = Expense.close(settled, at);

    expect(Expense.Info.parse(returned)).toMatchObject({ state: "open", returns: [{ reason: "缺一张发票" }] });
    expect(Expense.Info.parse(closed)).toMatchObject({ state: "closed", closedAt: at });
    expect(() => Expense.decide(closed, back, { ...by("mem_5"), organizerId: "mem_9" })).toThrow(
      code("expense.closed"),
    );
    expect(() => spend(closed, 3, 1)).toThrow(code("expense.closed"));
  });
});

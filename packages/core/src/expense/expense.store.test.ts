import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dynamoSpendings, type Spendings } from "./expense.store.ts";
import { Expense } from "./index.ts";

let store: TestTable;
let spendings: Spendings;
beforeAll(async () => {
  store = await testTable();
  spendings = dynamoSpendings(store.table);
});
afterAll(() => store.stop());

const at = "2026-09-20T01:00:00.000Z";
const by = { actorId: "mem_1", at };
const id26 = (number: number) => String(number).padStart(26, "0");
const spend = (activityId: string, number: number) =>
  spendings.change({ activityId, grantedFen: 1_000, at }, (money) => ({
    item: Expense.record(
      money,
      Expense.Writing.parse({ fen: 90, what: "路费", paidOn: "2026-09-20", receiptIds: [`mat_${id26(number)}`] }),
      { ...by, id: Expense.Id.parse(`exp_${id26(number)}`), today: "2026-09-20" },
    ),
  }));

it("takes of 50 receipts at the same moment as many as the grant has room for, and not one more", async () => {
  const activityId = `act_${id26(1)}`;
  const results = await Promise.allSettled(Array.from({ length: 50 }, (_, number) => spend(activityId, number)));
  const codes = results.map((one) => (one.status === "fulfilled" ? "taken" : one.reason.code));

  expect(codes.filter((code) => code === "taken")).toHaveLength(11);
  expect(codes.filter((code) => code === "expense.above_grant")).toHaveLength(39);
  expect(Expense.spentFen((await spendings.find(activityId)) ?? { expenses: [] })).toBe(990);
});

it("finds what waits to be settled, and no longer once it is", async () => {
  const activityId = `act_${id26(2)}`;
  const of = { activityId, grantedFen: 1_000, at };
  const waiting = async () => (await spendings.handedIn({ limit: 10 })).items.map((money) => money.activityId);
  await spend(activityId, 1);
  const before = await waiting();
  await spendings.change(of, (money) => ({ item: Expense.handIn(money, by) }));
  const handedIn = await waiting();
  await spendings.change(of, (money) => ({
    item: Expense.decide(money, { verdict: "settle" }, { actorId: "mem_2", at, organizerId: "mem_1" }),
  }));

  expect([before, handedIn, await waiting()]).toEqual([[], [activityId], []]);
});

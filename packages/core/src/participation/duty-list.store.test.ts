import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dynamoDutyLists } from "./duty-list.store.ts";
import * as Sample from "./participation.builder.ts";

let store: TestTable;
beforeAll(async () => {
  store = await testTable();
});
afterAll(() => store.stop());

const people = (count: number) => Array.from({ length: count }, (_, index) => Sample.memberId(index + 1) as string);

it("fixes a list once, however often and by however many it is fixed", async () => {
  const activityId = Sample.activityId(1);
  const lists = [dynamoDutyLists(store.table), dynamoDutyLists(store.table), dynamoDutyLists(store.table)];

  const fixed = await Promise.all(
    lists.map((list, index) => list.fix(activityId, people(index + 3), Sample.RECRUITING)),
  );
  const found = await dynamoDutyLists(store.table).find(activityId);

  expect(new Set(fixed.map((list) => list.memberIds.length)).size).toBe(1);
  expect(found).toEqual(fixed[0]);
});

it("keeps a list of 4,500 whole and in order", async () => {
  const activityId = Sample.activityId(2);
  await dynamoDutyLists(store.table).fix(activityId, Sample.shuffled(people(4500), 3), Sample.RECRUITING);

  expect((await dynamoDutyLists(store.table).find(activityId))?.memberIds).toEqual(people(4500));
});

it("tells an empty list from one that is not fixed yet", async () => {
  const lists = dynamoDutyLists(store.table);
  await lists.fix(Sample.activityId(3), [], Sample.RECRUITING);

  expect((await dynamoDutyLists(store.table).find(Sample.activityId(3)))?.memberIds).toEqual([]);
  expect(await lists.find(Sample.activityId(4))).toBeUndefined();
});

it("asks the store for a list that it knows only once", async () => {
  const lists = dynamoDutyLists(store.table);
  await lists.fix(Sample.activityId(5), people(2000), Sample.RECRUITING);
  const read = store.meter.readUnits;

  await lists.find(Sample.activityId(5));

  expect(store.meter.readUnits).toBe(read);
});

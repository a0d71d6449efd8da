import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dynamoSurveyLinks } from "./link.store.ts";

let store: TestTable;

beforeAll(async () => {
  store = await testTable();
});
afterAll(() => store.stop());

it("costs one write unit to open a survey to its links, nothing to send one, and one to answer it", async () => {
  const links = dynamoSurveyLinks(store.table);
  const activityId = `act_${"1".padStart(26, "0")}`;
  const given = { channel: "link", questions: 1, answer: { satisfaction: 5 }, on: "2026-09-10" } as const;
  const spent = async (run: () => Promise<unknown>) => {
    const before = store.meter.writeUnits;
    await run();
    return store.meter.writeUnits - before;
  };
  const open = () => links.open("abcdefghijkl", { activityId, title: "重阳" });

  expect([await spent(open), await spent(open)]).toEqual([1, 0]);
  expect(await spent(() => links.answer({ activityId, answerKey: "key1", given, submission: "a".repeat(32) }))).toBe(1);
});

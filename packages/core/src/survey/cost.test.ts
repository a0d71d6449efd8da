import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestTable, testTable } from "../../../../test/lib/store.ts";
import { dynamoSurveyLinks } from "./link.store.ts";
import { linkTo } from "./link.ts";

let store: TestTable;

beforeAll(async () => {
  store = await testTable();
});
afterAll(() => store.stop());

// Apart from the store's suite: DynamoDB Local counts the units of transactions wrongly.
it("costs one write unit to send a link and four to answer it", async () => {
  const links = dynamoSurveyLinks(store.table);
  const hmac = (purpose: string, text: string) =>
    new TextEncoder().encode(`${purpose}${text}`.padEnd(64, ".")).slice(-64);
  const about = { activityId: `act_${"1".padStart(26, "0")}`, clientId: "cli_0001", issue: 1 };
  const { link } = linkTo(hmac, about, "2026-09-20T10:00:00.000Z");
  const at = "2026-09-10T02:00:00.000Z";
  const given = { channel: "link", questions: 1, answer: { satisfaction: 5 }, on: "2026-09-10" } as const;
  const spent = async (run: () => Promise<unknown>) => {
    const before = store.meter.writeUnits;
    await run();
    return store.meter.writeUnits - before;
  };
  const answer = {
    hash: link.hash,
    activityId: about.activityId,
    answerKey: "key1",
    given,
    at,
    submission: "a".repeat(32),
  };

  expect(await spent(() => links.issue([link]))).toBe(1);
  expect(await spent(() => links.answer(answer))).toBe(4);
});

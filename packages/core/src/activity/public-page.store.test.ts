import { httpTableOn } from "@yigong/testing/http-table.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fresh } from "../lifecycle/lifecycle.builder.ts";
import { dynamoLifecycles } from "../lifecycle/lifecycle.store.ts";
import { Info } from "./activity.ts";
import { publicPageActivities } from "./public-page.store.ts";

let opened: TestTable;
beforeAll(async () => {
  opened = await testTable();
});
afterAll(() => opened.stop());

it("names the activities that the whole store keeps, and no other", async () => {
  const lifecycle = fresh();
  const activity = Info.parse({
    ...{ id: lifecycle.activityId, title: "老旧小区宽带检修", description: "检修", place: "海陵", risks: "登高" },
    ...{ origin: "alliance", scope: "special", beneficiary: "client", purposes: [], minimumPeople: 0, surveyDays: 10 },
    ...{ audience: { branchIds: [], teamIds: [] }, servedParty: { kind: "definite", description: "住户" } },
    ...{ recruitUntil: "2026-09-01T10:00:00.000Z", organizerId: "mem_1", version: 1 },
    createdAt: "2026-08-20T01:00:00.000Z",
    sessions: [
      {
        ...{ id: `ses_${"0".repeat(26)}`, startsAt: "2026-09-05T01:00:00.000Z", endsAt: "2026-09-05T04:00:00.000Z" },
        positions: [{ id: `pos_${"0".repeat(26)}`, name: "检修", headCount: 3, requiredSkills: [] }],
      },
    ],
  });
  await dynamoLifecycles(opened.table).found({
    ...{ activity, lifecycle, effects: [], audit: [] },
  });
  const page = publicPageActivities(httpTableOn(opened).table);

  expect(await page.find(activity.id)).toEqual({ title: "老旧小区宽带检修" });
  expect(await page.find(`act_${"9".repeat(26)}`)).toBeUndefined();
});

import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { BRANCH_A, BRANCH_B } from "@yigong/testing/sample/units.ts";
import { archiving, NOW, VOLUNTEER } from "@yigong/testing/scenario/archiving.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

const said = { date: "2026-09-19", description: "为独居老人接通宽带", beneficiary: "society" };

const alliance = await testAlliance({ startAt: NOW });
const { when } = alliance;
const { people, start } = archiving(alliance);
beforeAll(people);
afterAll(() => alliance.close());

it("stands alone or belongs to an activity, and to the activity's branch", async () => {
  const activityId = await start();
  const alone = await when("alliance").post("/deeds", { ...said, date: "2015-05-01" });
  const { body } = await when("secretaryA").post("/deeds", { ...said, activityId });
  const ofActivity = await when(VOLUNTEER).get(`/deeds?activityId=${activityId}`);

  expect(alone.body).toMatchObject({
    status: "standing",
    recordedBy: { actorId: memberIdOf("alliance"), role: "alliance" },
  });
  expect(body).toMatchObject({
    activityId,
    branchId: BRANCH_A,
    recordedBy: { actorId: memberIdOf("secretaryA"), role: "branchSecretary" },
  });
  expect(ofActivity.body.items).toMatchObject([
    { ...body, recordedBy: { name: "secretaryA", employeeNumber: "09001" } },
  ]);
});

it("counts at once from who may record it, in their own branch, and waits from anybody else", async () => {
  const statusOf = async (who: Parameters<typeof when>[0], more: object) =>
    (await when(who).post("/deeds", { ...said, ...more })).body.status;

  expect(await statusOf(VOLUNTEER, {})).toBe("reported");
  expect(await statusOf("secretaryA", { branchId: BRANCH_B, description: "为二支部的老人修灯" })).toBe("reported");
  expect(await statusOf("secretaryA", { branchId: BRANCH_A, description: "为孤寡老人检修线路" })).toBe("standing");
});

it("keeps its evidence, and is found by who recorded it", async () => {
  await when("alliance").post("/deeds", { ...said, date: "2011-01-01", evidence: "感谢信一封" });
  const by = async (who: "alliance" | "secretaryA") =>
    (await when(VOLUNTEER).get(`/deeds?year=2011&recordedBy=${memberIdOf(who)}`)).body.items;

  expect(await by("alliance")).toMatchObject([{ evidence: "感谢信一封" }]);
  expect(await by("secretaryA")).toEqual([]);
});

it.each([
  [{ ...said, date: "2026-09-21" }, 400, "deed.in_future"],
  [{ ...said, date: "2026-02-30" }, 400, "input.invalid"],
  [{ ...said, description: "好" }, 400, "input.invalid"],
  [{ ...said, activityId: Sample.activityId(999) }, 404, "activity.missing"],
])("is refused: %#", async (given, status, code) => {
  const refused = await when("alliance").post("/deeds", given);

  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

it("counts by its year until it is voided with a reason, and stays to be seen", async () => {
  const { body } = await when("alliance").post("/deeds", { ...said, date: "2014-12-31" });
  const count = async () => (await when(VOLUNTEER).get("/deeds/2014/count")).body;
  const path = `/deeds/2014/${body.id}`;

  expect(await count()).toEqual({ year: 2014, standing: 1, voided: 0, reported: 0 });
  expect((await when("alliance").post(`${path}/void`, {})).body.code).toBe("input.invalid");
  expect((await when("secretaryA").post(`${path}/void`, { reason: "重复登记" })).body.code).toBe("permission.denied");
  expect((await when("alliance").post(`${path}/void`, { reason: "重复登记" })).body).toMatchObject({
    status: "void",
    reason: "重复登记",
  });
  expect((await when("alliance").post(`${path}/void`, { reason: "重复登记" })).body.code).toBe("deed.void");
  expect(await count()).toEqual({ year: 2014, standing: 0, voided: 1, reported: 0 });
  expect((await when(VOLUNTEER).get(path)).body.status).toBe("void");
  expect((await when(VOLUNTEER).get("/deeds?year=2014")).body.items).toHaveLength(1);
});

it("is recorded once by a double click", async () => {
  const key = { "idempotency-key": "click-0001" };
  const record = () => when("alliance").post("/deeds", { ...said, date: "2013-01-01" }, key);
  const both = await Promise.all([record(), record()]);

  expect(both[0]?.body).toEqual(both[1]?.body);
  expect((await when(VOLUNTEER).get("/deeds/2013/count")).body.standing).toBe(1);
});

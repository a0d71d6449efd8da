import { branch, grantOf, idOf, organizer, sampleWorld, team, volunteer } from "@yigong/testing/archive-world.ts";
import { memoryFiles } from "@yigong/testing/memory-files.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let store: TestTable;
let world: ReturnType<typeof sampleWorld>;
const said = { date: "2026-09-19", description: "为独居老人接通宽带", beneficiary: "society" };

beforeAll(async () => {
  store = await testTable();
  world = sampleWorld(store.table, memoryFiles());
});
afterAll(() => store.stop());

const secretary = () => world.as(volunteer, [grantOf("branchSecretary", branch)]);
const alliance = () => world.as(organizer, [grantOf("alliance")]);

it("stands alone or belongs to an activity, and to the activity's branch", async () => {
  const activityId = world.start();
  const alone = await alliance()("POST", "/deeds", { ...said, date: "2015-05-01" });
  const { body } = await secretary()("POST", "/deeds", { ...said, activityId });
  const ofActivity = await world.as(volunteer)("GET", `/deeds?activityId=${activityId}`);

  expect(alone.body).toMatchObject({ status: "standing", recordedBy: { actorId: organizer, role: "alliance" } });
  expect(body).toMatchObject({
    activityId,
    branchId: branch,
    recordedBy: { actorId: volunteer, role: "branchSecretary" },
  });
  expect(ofActivity.body.items).toEqual([body]);
});

it("is recorded by who may, in their own branch", async () => {
  expect((await world.as(volunteer)("POST", "/deeds", said)).body.code).toBe("permission.denied");
  expect((await secretary()("POST", "/deeds", { ...said, branchId: team })).body.code).toBe("permission.denied");
  expect((await secretary()("POST", "/deeds", { ...said, branchId: branch })).status).toBe(200);
});

it.each([
  [{ ...said, date: "2026-09-21" }, 400, "deed.in_future"],
  [{ ...said, date: "2026-02-30" }, 400, "input.invalid"],
  [{ ...said, description: "好" }, 400, "input.invalid"],
  [{ ...said, activityId: idOf("act", "none") }, 404, "activity.missing"],
])("is refused: %#", async (given, status, code) => {
  const refused = await alliance()("POST", "/deeds", given);

  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

it("counts by its year until it is voided with a reason, and stays to be seen", async () => {
  const { body } = await alliance()("POST", "/deeds", { ...said, date: "2014-12-31" });
  const count = async () => (await world.as(volunteer)("GET", "/deeds/2014/count")).body;
  const path = `/deeds/2014/${body.id}`;

  expect(await count()).toEqual({ year: 2014, standing: 1, voided: 0 });
  expect((await alliance()("POST", `${path}/void`, {})).body.code).toBe("input.invalid");
  expect((await secretary()("POST", `${path}/void`, { reason: "重复登记" })).body.code).toBe("permission.denied");
  expect((await alliance()("POST", `${path}/void`, { reason: "重复登记" })).body).toMatchObject({
    status: "void",
    reason: "重复登记",
  });
  expect((await alliance()("POST", `${path}/void`, { reason: "重复登记" })).body.code).toBe("deed.void");
  expect(await count()).toEqual({ year: 2014, standing: 0, voided: 1 });
  expect((await world.as(volunteer)("GET", path)).body.status).toBe("void");
  expect((await world.as(volunteer)("GET", "/deeds?year=2014")).body.items).toHaveLength(1);
});

it("is recorded once by a double click", async () => {
  const key = { "idempotency-key": "click-0001" };
  const record = () => alliance()("POST", "/deeds", { ...said, date: "2013-01-01" }, key);
  const both = await Promise.all([record(), record()]);

  expect(both[0]?.body).toEqual(both[1]?.body);
  expect((await world.as(volunteer)("GET", "/deeds/2013/count")).body.standing).toBe(1);
});

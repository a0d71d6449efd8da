import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { BRANCHES, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.units([...BRANCHES, ...TEAMS]);
  await given.members(1, "organizer", "alliance", "lead");
});

const content = {
  title: "社区便民服务",
  description: "为居民检修宽带。",
  place: "文化广场",
  risks: "户外活动，注意防暑。",
  origin: "alliance",
  scope: "general",
  beneficiary: "society",
  servedParty: { kind: "none", reason: "面向全体居民" },
};
const sessions = [{ startTime: "09:00", minutes: 180, positions: [{ name: "服务员", headCount: 3 }] }];
const template = { name: "便民服务", content, sessions };

it("is kept under its name, read by everybody, and changed and removed by who made it or the alliance", async () => {
  const { body: kept } = await when("organizer").post("/activity-templates", template);
  const path = `/activity-templates/${kept.id}`;
  const others = await when(1).patch(path, { name: "我的", version: 0 });
  const changed = await when("alliance").patch(path, { name: "便民", version: 0 });
  const stale = await when("organizer").patch(path, { name: "利民", version: 0 });
  const { body: list } = await when(1).get("/activity-templates");
  const removed = await when("organizer").delete(path);

  expect(kept).toMatchObject({ ...template, ownerId: memberIdOf("organizer"), version: 0 });
  expect([others.status, changed.body.name, changed.body.version]).toEqual([403, "便民", 1]);
  expect(stale.body).toMatchObject({ code: "edit.changed", current: { name: "便民" } });
  expect(list.items.map(({ name }: { name: string }) => name)).toEqual(["便民"]);
  expect([removed.status, (await when(1).get(path)).body.code]).toEqual([204, "template.missing"]);
});

it("is one however often it is sent with the same key", async () => {
  const key = { "idempotency-key": "template-one" };
  await when("organizer").post("/activity-templates", template, key);
  await when("organizer").post("/activity-templates", template, key);

  expect((await when(1).get("/activity-templates")).body.items).toHaveLength(1);
});

it("is made by a team lead for the own team only, and by no volunteer", async () => {
  const proposal = { plan: "按计划", wishes: { guidance: false } };
  const ofTeam = { ...template, content: { ...content, origin: "team", teamId: TEAM, proposal } };
  const made = await when("lead").post("/activity-templates", ofTeam);
  const denied = await Promise.all([
    when("lead").post("/activity-templates", template),
    when(1).post("/activity-templates", ofTeam),
  ]);

  expect(made.status).toBe(200);
  expect(denied.map(({ status }) => status)).toEqual([403, 403]);
});

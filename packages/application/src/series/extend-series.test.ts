import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";
import { extendSeries } from "./extend-series.ts";

const alliance = await testAlliance({ startAt: "2026-09-01T01:00:00.000Z" });
const { clock, given, useCases, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.members("organizer", "alliance");
});

const SAID = {
  content: {
    title: "福利院探访",
    description: "陪老人聊天。",
    place: "福利院",
    risks: "注意交通安全。",
    origin: "alliance",
    scope: "general",
    beneficiary: "society",
    servedParty: { kind: "none", reason: "院内老人" },
  },
  sessions: [{ startTime: "09:00", minutes: 120, positions: [{ name: "陪伴", headCount: 3 }] }],
  rule: { kind: "weekly", everyWeeks: 1, weekdays: [3] },
  from: "2026-09-16",
  until: "2026-10-28",
  announceDays: 7,
};
const begin = async () => (await when("organizer").post("/series", SAID)).body;
const visitsOf = async (id: string) =>
  (await when("alliance").get(`/series/${id}`)).body.visits
    .slice(0, 2)
    .map(({ day, state, code }: { day: string; state: string; code?: string }) => [day, state, code]);
const told = async () =>
  (await useCases.outbox.due("9999", 100)).flatMap(({ effect }) =>
    effect.kind === "message.send" && effect.template === "series.notMade" ? [effect.params] : [],
  );

it.each([
  ["has left the company", { leftOn: "2026-09-05" }, "series.organizer_left", "组织者已离职"],
  ["has no right to it any more", { roles: [] }, "permission.denied", ""],
])("makes nothing once the organizer %s, and tells the alliance once", async (_, over, code, why) => {
  const { id } = await begin();
  await given.member("organizer", over);
  clock.at = "2026-09-09T00:00:00.000Z";
  await extendSeries(useCases)();
  clock.at = "2026-09-10T00:00:00.000Z";
  await extendSeries(useCases)();

  expect(await visitsOf(id)).toEqual([
    ["2026-09-16", "notMade", code],
    ["2026-09-23", "planned", undefined],
  ]);
  expect(await told()).toHaveLength(1);
  expect((await told())[0]?.reason).toContain(why);
});

it("makes it after all when the right is back before recruiting would end", async () => {
  const { id } = await begin();
  const { roles } = await useCases.members.get(memberIdOf("organizer"));
  await given.member("organizer", { roles: [] });
  clock.at = "2026-09-09T00:00:00.000Z";
  await extendSeries(useCases)();
  await given.member("organizer", { roles });
  clock.at = "2026-09-10T00:00:00.000Z";
  await extendSeries(useCases)();

  expect((await visitsOf(id))[0]).toEqual(["2026-09-16", "made", undefined]);
});

it("makes one activity of a visit, however often it runs", async () => {
  const { id } = await begin();
  clock.at = "2026-09-09T00:00:00.000Z";
  await Promise.all([extendSeries(useCases)(), extendSeries(useCases)()]);
  await extendSeries(useCases)();

  const { items } = await useCases.activities.startingBetween({ from: "2026", to: "9999" }, { limit: 10 });

  expect(items.map(({ seriesId, occurrence }) => [seriesId, occurrence])).toEqual([[id, "2026-09-16"]]);
});

it("says to the second of two organizers what the first one changed", async () => {
  const { id } = await begin();
  await when("alliance").patch(`/series/${id}`, { recruitHours: 24, version: 0 });
  const { status, body } = await when("organizer").patch(`/series/${id}`, { recruitHours: 12, version: 0 });

  expect(status).toBe(409);
  expect(body).toMatchObject({
    code: "edit.changed",
    current: { recruitHours: 24, version: 1 },
    changed: [{ field: "recruitHours" }],
  });
});

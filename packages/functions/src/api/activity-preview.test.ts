import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberOf, partyMember } from "@yigong/testing/sample/members.ts";
import { shift } from "@yigong/testing/sample/shifts.ts";
import { BRANCHES, COUNTER, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, store, when } = alliance;
afterAll(() => alliance.close());

const DAY = "2026-09-20";
const session = (over = {}) => ({
  startsAt: `${DAY}T01:00:00.000Z`,
  endsAt: `${DAY}T04:00:00.000Z`,
  positions: [{ name: "引导", headCount: 2, requiredSkills: [] as string[] }],
  ...over,
});
const draft = (over = {}) => ({
  title: "社区便民服务",
  origin: "alliance",
  recruitUntil: "2026-09-17T10:00:00.000Z",
  insurance: { kind: "company" },
  sessions: [session()],
  ...over,
});
const preview = async (body: object, person: Parameters<typeof when>[0] = "organizer", language = "zh-CN") =>
  (await when(person).post("/activities/preview", body, { "accept-language": language })).body;
const problems = async (over: object) =>
  (await preview(draft(over))).problems.map(
    ({ path, blocking }: { path: string; blocking: boolean }) => `${blocking ? "!" : "?"}${path}`,
  );

beforeEach(async () => {
  await alliance.clear();
  await given.units([...BRANCHES, ...TEAMS]);
  await given.members(partyMember(1, COUNTER, { skills: ["摄影"] }), partyMember(2), memberOf(3), "organizer", "lead");
});

describe("the preview of a new activity", () => {
  it("counts who is asked, their skills, and tells what happens when; it writes nothing", async () => {
    const before = store.meter.writeUnits;
    const positions = [{ name: "摄影", headCount: 1, requiredSkills: ["摄影"] }];
    const seen = await preview(draft({ sessions: [session({ positions })] }));

    expect(store.meter.writeUnits).toBe(before);
    expect(seen.asked).toBeGreaterThanOrEqual(3);
    expect(seen).toMatchObject({
      places: 1,
      skills: [{ position: "摄影", skill: "摄影", people: 1 }],
      clashes: { activities: [], shifts: 0 },
      problems: [
        {
          path: "sessions",
          blocking: false,
          text: "应到2人，名额只有1个：按报名先后安排，报了名没有名额的可以代班，不算缺席",
        },
      ],
    });
    expect(seen.steps.map(({ stage, at }: { stage: string; at: string }) => [stage, at])).toEqual([
      ["Recruit", Sample.RECRUITING],
      ["Recruit", "2026-09-16T10:00:00.000Z"],
      ["Recruit", "2026-09-17T10:00:00.000Z"],
      ["Execute", "2026-09-19T01:00:00.000Z"],
      ["Cover", "2026-09-19T13:00:00.000Z"],
      ["Execute", "2026-09-20T01:00:00.000Z"],
      ["Execute", "2026-09-20T06:00:00.000Z"],
      ["Archive", "2026-09-25T04:00:00.000Z"],
      ["Archive", "2026-09-27T04:00:00.000Z"],
      ["Survey", "2026-10-11T10:00:00.000Z"],
      ["Award", "2026-10-11T10:00:00.000Z"],
    ]);
    expect(seen.steps[0].text).toMatch(/^发布招募公告，面向\d人；逐人通知应到的\d人$/);
    expect((await preview(draft(), "organizer", "en")).steps[2].text).toBe("Recruiting ends, places are given out");
  });

  it("takes a blank form, and has no problem with what is not said yet", async () => {
    expect(await preview({})).toMatchObject({ places: 0, steps: [], problems: [] });
    expect(await preview({ sessions: [{ startsAt: `${DAY}T01:00:00.000Z` }] })).toMatchObject({ problems: [] });
  });

  it.each([
    [{ recruitUntil: "2026-01-01T00:00:00.000Z" }, "!recruitUntil"],
    [{ recruitUntil: `${DAY}T02:00:00.000Z` }, "!recruitUntil"],
    [{ coverUntil: `${DAY}T02:00:00.000Z` }, "!coverUntil"],
    [{ sessions: [session({ endsAt: `${DAY}T01:00:00.000Z` })] }, "!sessions.0.endsAt"],
    [{ minimumPeople: 3 }, "!minimumPeople"],
    [{ title: "" }, "!title"],
    [{ origin: "team", teamId: TEAM }, "!proposal"],
    [{ audience: { branchIds: [TEAM], teamIds: [] } }, "!audience.branchIds"],
    [{ recruitUntil: "2026-09-19T20:00:00.000Z" }, "?coverUntil"],
    [
      { sessions: [session({ positions: [{ name: "甲", headCount: 1, requiredSkills: ["无此技能"] }] })] },
      "?sessions.0.positions.0.requiredSkills",
    ],
    [{ sessions: [session({ positions: [{ name: "甲", headCount: 900 }] })] }, "?audience"],
  ])("finds what is wrong with %j: %s", async (over, path) => {
    expect(await problems(over)).toContain(path);
  });

  it("asks who insures the volunteers, and refuses nothing by it", async () => {
    expect(await problems({ insurance: undefined })).toEqual(["?insurance"]);
  });

  it("names the activities of the same time and counts whoever asked is on shift then", async () => {
    const other = await given.activity({
      sessions: [Sample.session(2, { startsAt: `${DAY}T03:00:00.000Z`, endsAt: `${DAY}T05:00:00.000Z` })],
    });
    await given.shifts(
      shift(1, 1, ["08:00", "16:00"], { startsAt: `${DAY}T00:00:00.000Z`, endsAt: `${DAY}T08:00:00.000Z`, day: DAY }),
    );
    const { clashes, problems } = await preview(draft());

    expect(clashes).toEqual({
      activities: [
        { id: other.id, title: other.title, startsAt: `${DAY}T03:00:00.000Z`, endsAt: `${DAY}T05:00:00.000Z` },
      ],
      shifts: 1,
    });
    expect(problems.map(({ path }: { path: string }) => path)).toEqual(["sessions", "sessions"]);
  });

  it("is refused to whoever could not start such an activity", async () => {
    expect(await preview(draft(), 3)).toMatchObject({ code: "permission.denied" });
    expect(await preview({ origin: "self" }, 3)).toMatchObject({ places: 0 });
  });
});

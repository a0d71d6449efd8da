import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import * as Posted from "@yigong/core/points/points.builder.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import type { Person } from "@yigong/testing/sample/person.ts";
import { BRANCH_A, BRANCH_B, COUNTER } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, store, useCases, when } = alliance;
afterAll(() => alliance.close());
beforeEach(() => alliance.clear());

const home = async (person: Person) => (await when(person).get("/me/home")).body;
const yes = { consent: true, acceptsRisks: true };
const numbered = (number: number) => ({
  id: Sample.activityId(number),
  sessions: [
    Sample.session(20, {
      id: Sample.sessionId(number),
      positions: [{ id: Sample.positionId(number), name: "引导", headCount: 2, requiredSkills: [] }],
    }),
  ],
});

describe("a person's home", () => {
  it("says who they are, what is next, how their points stand and what concerns them, in one call", async () => {
    await given.members(partyMember(1), "organizer");
    const activity = await given.activity({ sessions: [Sample.session(3)] });
    await fixDutyList(useCases)(activity, Sample.RECRUITING);

    expect(await home(1)).toEqual({
      me: {
        memberId: Sample.memberId(1),
        name: "成员1",
        employeeNumber: "00001",
        isVolunteer: true,
        roles: [],
        language: "zh-CN",
      },
      next: {
        key: `duty:${activity.id}`,
        kind: "duty",
        title: "请确认参加「社区便民服务」",
        detail: "您在应到名单上：9月12日 周六 09:00，海陵社区。不能参加的，请办理请假。",
        dueAt: Sample.DEADLINE,
        href: `/m/activities/${activity.id}/sign-up`,
        button: "确认参加",
      },
      todo: 1,
      points: {
        year: 2026,
        points: "0.00",
        floor: {
          points: "3.00",
          met: false,
          missing: {
            points: "3.00",
            ways: [
              { kind: "service", times: 3 },
              { kind: "cover", times: 6 },
            ],
            text: "差 3.00 分：再参加 3 次，或代班 6 次",
          },
        },
        preferred: {
          above: "5.00",
          met: false,
          missing: {
            points: "5.01",
            ways: [
              { kind: "service", times: 5 },
              { kind: "cover", times: 11 },
            ],
            text: "差 5.01 分：再参加 5 次，或代班 11 次",
          },
        },
      },
      activities: [
        {
          id: activity.id,
          title: "社区便民服务",
          startsAt: Sample.STARTS,
          endsAt: Sample.ENDS,
          place: "海陵社区",
          stage: "Recruit",
          status: "undecided",
          canSignUp: true,
          reasons: [],
          mine: false,
          placesLeft: 3,
        },
      ],
    });
  });

  it("tells the smallest change that lifts somebody over the line of more than five", async () => {
    await given.members(partyMember(1));
    await useCases.ledger.post(Posted.cover({ person: 1, activity: 9 }, 9));

    expect((await home(1)).points).toMatchObject({
      points: "4.50",
      floor: { met: true },
      preferred: { met: false, missing: { points: "0.51", text: "差 0.51 分：再参加 1 次，或代班 2 次" } },
    });
    await useCases.ledger.post(Posted.cover({ person: 1, activity: 8 }, 2));
    expect((await home(1)).points.preferred).toEqual({ above: "5.00", met: true });
  });

  it("opens to the entries of the year, which say the same of what would change it", async () => {
    await given.members(partyMember(1));
    await useCases.ledger.post(Posted.cover({ person: 1, activity: 9 }, 9));
    const { body } = await when(1).get("/members/me/points");
    const last = await when(1).get("/members/me/points?year=2025");

    expect(body).toMatchObject({
      points: "4.50",
      preference: { missing: "0.51", change: { text: { "zh-CN": "差 0.51 分：再参加 1 次，或代班 2 次" } } },
      entries: { items: [{ points: "4.50", lines: [{ rule: "cover", quantity: 9 }] }] },
    });
    expect(last.body.preference).toEqual({ line: "5.00", exceeded: false, missing: "5.01" });
  });

  it("has no floor for who is no party volunteer", async () => {
    await given.members(2);

    expect((await home(2)).points).toMatchObject({ preferred: { above: "3.00" } });
    expect((await home(2)).points).not.toHaveProperty("floor");
  });

  it("names every reason against signing up at once, each with the way on, in the reader's language", async () => {
    const member = Sample.member(3, { affiliations: [{ from: "2010-01-01", branchId: BRANCH_B, postId: COUNTER }] });
    const { volunteerSince: _, ...stranger } = member;
    await given.members(stranger, 4);
    const position = { id: Sample.positionId(), name: "检修", headCount: 2, requiredSkills: ["电工"] };
    await given.activity({
      audience: { branchIds: [BRANCH_A], teamIds: [] },
      sessions: [Sample.session(2, { positions: [position] })],
    });
    const codes = (body: { activities: { reasons: { code: string }[] }[] }) =>
      body.activities[0]?.reasons.map(({ code }) => code);
    const english = await when(3).send("GET", "/me/home", undefined, { "accept-language": "en" });

    expect(codes(await home(3))).toEqual([
      "participation.not_volunteer",
      "participation.not_in_audience",
      "participation.skills_missing",
    ]);
    expect((await home(3)).activities[0]).toMatchObject({
      canSignUp: false,
      reasons: [{}, {}, { text: "岗位「检修」需要：电工，可选其他岗位，或请管理员登记您的技能" }],
    });
    expect(english.body.activities[0].reasons[0].text).toMatch(/^You are not on the roll of volunteers/);
  });

  it("names the clash with a place held elsewhere, unless that activity is cancelled", async () => {
    await given.members(5, "organizer");
    const [one, other] = [await given.activity(numbered(1)), await given.activity(numbered(2))];
    await when(5).post(`/activities/${one.id}/sign-ups`, { ...yes, positionId: Sample.positionId(1) });
    const clash = await home(5);
    await when("organizer").post(`/activities/${one.id}/cancel`, { reason: "台风" });

    expect(
      clash.activities.map(({ id, mine, status, canSignUp }: Record<string, unknown>) => [id, mine, status, canSignUp]),
    ).toEqual([
      [one.id, true, "placed", false],
      [other.id, false, undefined, false],
    ]);
    expect(clash.activities[1].reasons[0].code).toBe("participation.overlapping");
    expect((await home(5)).activities).toMatchObject([{ id: other.id, canSignUp: true }]);
  });

  it("shows a place as it stands by the line before the places are given out", async () => {
    await given.members(1, 2, 3);
    const activity = await given.activity(numbered(1));
    for (const person of [1, 2, 3])
      await when(person).post(`/activities/${activity.id}/sign-ups`, { ...yes, positionId: Sample.positionId(1) });
    const waiting = await home(3);
    await when(1).delete(`/activities/${activity.id}/sign-ups/${Sample.sessionId(1)}`);

    expect(waiting.activities).toMatchObject([{ status: "waiting", mine: true, placesLeft: 0 }]);
    expect((await home(3)).activities).toMatchObject([{ status: "placed", mine: true, placesLeft: 0 }]);
  });

  it("is not sent again while nothing has changed, and is never kept by what lies between", async () => {
    await given.members(1);
    const first = await when(1).request("GET", "/me/home");
    const etag = first.headers.get("etag") ?? "";
    const again = await when(1).request("GET", "/me/home", undefined, { "if-none-match": etag });
    await given.activity(numbered(1));
    const changed = await when(1).request("GET", "/me/home", undefined, { "if-none-match": etag });

    expect([first.status, again.status, changed.status]).toEqual([200, 304, 200]);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
  });

  /** Requests to the store for one home. */
  const reads = async (person: Person) => {
    const count = () => Object.values(store.meter.operations).reduce((sum, { requests }) => sum + requests, 0);
    await home(person);
    const before = count();
    await home(person);
    return count() - before;
  };

  it("costs as many requests for twenty activities as for one, but for the line of each that recruits", async () => {
    await given.members(1, partyMember(2), "alliance");
    const begin = async (number: number) =>
      fixDutyList(useCases)(await given.activity(numbered(number)), Sample.RECRUITING);
    await begin(1);
    const ofOne = [await reads(1), await reads(2), await reads("alliance")];
    for (let number = 2; number <= 20; number += 1) await begin(number);

    expect(ofOne).toEqual([14, 14, 20]);
    expect([await reads(1), await reads(2), await reads("alliance")]).toEqual([33, 33, 39]);
  });
});

describe("a language of one's own", () => {
  it("is chosen, counts before what the program asks for, and is taken back", async () => {
    await given.members(1);
    const chosen = await when(1).put("/me/language", { language: "en" });
    const said = await when(1).send("GET", "/me/home", undefined, { "accept-language": "zh-CN" });
    const row = await useCases.members.get(Sample.memberId(1));
    await when(1).put("/me/language", { language: null });

    expect([chosen.body, said.body.me.language, row.language]).toEqual([{ language: "en" }, "en", "en"]);
    expect((await home(1)).me.language).toBe("zh-CN");
    expect((await when(1).put("/me/language", { language: "fr" })).status).toBe(400);
  });
});

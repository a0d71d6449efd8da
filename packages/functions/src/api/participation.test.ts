import { allocatePlaces } from "@yigong/application/participation/allocate-places.ts";
import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { BRANCH_A, BRANCH_B, TEAM } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { clock, given, sent, useCases, when } = alliance;
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const party = { politicalStatuses: [{ from: "2010-01-01", status: "partyMember" as const }] };
const people = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);
const yes = { consent: true, acceptsRisks: true };
const choosing = (position = 1) => ({ ...yes, positionId: Sample.positionId(position) });
const path = (activity: { id: string }, rest = "sign-ups") => `/activities/${activity.id}/${rest}`;
const session = `sign-ups/${Sample.sessionId()}`;

describe("POST sign-ups", () => {
  it("answers 200 to all of 200 who want 20 places at once: 20 are placed, the rest know how many wait before them", async () => {
    await given.members(...people(200).map((number) => Sample.member(number)));
    const activity = await given.activity();

    const answers = await Promise.all(people(200).map((member) => when(member).post(path(activity), choosing())));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.filter(({ body }) => body.number <= 20).map(({ body }) => body.state)).toEqual(
      Array(20).fill("placed"),
    );
    expect(answers.filter(({ body }) => body.number > 20 && body.queue !== body.number - 20)).toEqual([]);
  });

  it.each([
    ["without consent", { ...choosing(), consent: false }],
    ["without accepting the risks", { consent: true, positionId: Sample.positionId() }],
  ])("signs nobody up %s", async (_, body) => {
    await given.members(1);
    const activity = await given.activity();

    expect(await when(1).post(path(activity), body)).toMatchObject({
      status: 400,
      body: { code: "input.invalid" },
    });
  });

  it("answers the same place to a second request, even after recruitment has closed", async () => {
    await given.members(1);
    const activity = await given.activity();
    const first = await when(1).post(path(activity), choosing());
    await given.stage(activity, "Cover", Sample.DEADLINE);

    const second = await when(1).post(path(activity), choosing());

    expect(second).toEqual(first);
  });

  it("names all reasons at once", async () => {
    const { volunteerSince: _, ...employee } = Sample.member(1);
    await given.members(employee);
    const sessions = [
      Sample.session(1, {
        positions: [{ id: Sample.positionId(), name: "布线", headCount: 1, requiredSkills: ["光纤"] }],
      }),
    ];
    const activity = await given.activity({ sessions }, "Cover");

    const { status, body } = await when(1).post(path(activity), choosing());

    expect({ status, code: body.code }).toEqual({ status: 409, code: "lifecycle.stage_closed" });
    expect(body.detail).toMatch(/截止.*志愿者.*光纤/s);
  });

  it("counts the skills of one's teams", async () => {
    const team = { id: TEAM, name: "3G达人", kind: "team" as const, skills: ["光纤"], version: 0 };
    await given.units([team]);
    await given.members(Sample.member(1, { teamIds: [team.id] }));
    const sessions = [
      Sample.session(1, {
        positions: [{ id: Sample.positionId(), name: "布线", headCount: 1, requiredSkills: ["光纤"] }],
      }),
    ];

    expect((await when(1).post(path(await given.activity({ sessions })), choosing())).status).toBe(200);
  });

  it("refuses a session that overlaps one elsewhere, until that one is withdrawn from", async () => {
    await given.members(1);
    const [here, there] = [await given.activity(), await given.activity({ id: Sample.activityId(2) })];
    await when(1).post(path(there), choosing());

    const refused = await when(1).post(path(here), choosing());
    await when(1).delete(path(there, session));

    expect(refused).toMatchObject({ status: 409, body: { code: "participation.overlapping" } });
    expect((await when(1).post(path(here), choosing())).status).toBe(200);
  });

  it("gives somebody on the duty list the first position that fits, the same one when asked twice; others must name one", async () => {
    await given.members(Sample.member(1, party), 2);
    const positions = [1, 2].map((number) => ({
      id: Sample.positionId(number),
      name: "引导",
      headCount: 1,
      requiredSkills: number === 1 ? ["光纤"] : [],
    }));
    const activity = await given.activity({ sessions: [Sample.session(1, { positions })] });
    await fixDutyList(useCases)(activity, Sample.RECRUITING);

    const twice = [await when(1).post(path(activity), yes), await when(1).post(path(activity), yes)];

    expect(twice.map(({ body }) => [body.positionId, body.duty, body.number])).toEqual(
      Array(2).fill([Sample.positionId(2), true, 1]),
    );
    expect(await when(2).post(path(activity), yes)).toMatchObject({
      body: { code: "participation.position_needed" },
    });
    expect(await when(2).post(path(activity), choosing(9))).toMatchObject({
      status: 404,
      body: { code: "participation.position_unknown" },
    });
  });
});

describe("DELETE sign-ups", () => {
  it("frees the place at once while recruitment is open", async () => {
    await given.members(1, 2);
    const activity = await given.activity({ sessions: [Sample.session(1)] });
    for (const member of [1, 2]) await when(member).post(path(activity), choosing());

    const left = await when(1).delete(path(activity, session));
    const again = await when(1).delete(path(activity, session));

    expect(again).toEqual(left);
    expect(left.body.state).toBe("withdrawn");
    expect((await when(2).get(path(activity, "sign-ups/me"))).body.places).toMatchObject([
      { state: "placed", provisional: true },
    ]);
  });

  it("after the deadline asks for a reason, promotes the next in line and tells them", async () => {
    await given.members(1, 2);
    const activity = await given.activity({ sessions: [Sample.session(1)] });
    for (const member of [1, 2]) await when(member).post(path(activity), choosing());
    await given.stage(activity, "Cover", Sample.DEADLINE);
    await allocatePlaces(useCases)(activity, Sample.DEADLINE);

    const without = await when(1).delete(path(activity, session));
    const left = await when(1).delete(`${path(activity, session)}?reason=${encodeURIComponent("孩子发烧")}`);

    expect([without.body.code, left.body.state]).toEqual(["participation.reason_needed", "withdrawn"]);
    expect((await when(2).get(path(activity, "sign-ups/me"))).body.places).toMatchObject([
      { state: "offered", provisional: false },
    ]);
    expect(await sent()).toEqual([
      "activity.follow",
      "participation.offerEnds",
      "participation.offered",
      "participation.placed",
      "participation.waiting",
      "participation.withdrew",
      "participation.withdrew",
    ]);
  });

  it("sends duty members to late leave after the deadline, and everybody away after the start", async () => {
    await given.members(Sample.member(1, party), 2, 3);
    const activity = await given.activity();
    await fixDutyList(useCases)(activity, Sample.RECRUITING);
    for (const member of [1, 2]) await when(member).post(path(activity), choosing());
    await given.stage(activity, "Execute", Sample.COVER_ENDS);

    const duty = await when(1).delete(path(activity, session));
    clock.at = Sample.STARTS;
    const late = await when(2).delete(`${path(activity, session)}?reason=x`);

    expect([duty.body.code, late.body.code]).toEqual(["participation.leave_needed", "participation.too_late"]);
    expect(await when(3).delete(path(activity, session))).toMatchObject({
      status: 404,
      body: { code: "participation.missing" },
    });
  });
});

describe("the people of an activity", () => {
  const inBranch = (number: number, unit: typeof BRANCH_A, more = {}) =>
    Sample.member(number, { ...party, affiliations: [{ from: "2010-01-01", branchId: unit }], ...more });
  const recruited = async () => {
    await given.members(
      inBranch(1, BRANCH_A),
      inBranch(2, BRANCH_A),
      inBranch(3, BRANCH_B),
      inBranch(4, BRANCH_B, { politicalStatuses: Sample.member(4).politicalStatuses }),
    );
    await given.members("alliance", "secretaryB", "organizer");
    const activity = await given.activity({ sessions: [Sample.session(1)] });
    await fixDutyList(useCases)(activity, Sample.RECRUITING);
    for (const member of [4, 1]) await when(member).post(path(activity), choosing());
    return activity;
  };

  it("are counted by states that add up to the duty list, before and after the deadline and the execution", async () => {
    const activity = await recruited();
    const list = async () => (await when("alliance").get(path(activity, "duty-list"))).body;
    const before = await list();
    await allocatePlaces(useCases)(activity, Sample.DEADLINE);
    await given.stage(activity, "Archive", Sample.ENDS);
    await given.present(activity, 1);
    const after = await list();

    expect(before).toMatchObject({ total: 3, counts: { attending: 1, undecided: 2, unexcused: 0 } });
    expect(after).toMatchObject({ total: 3, counts: { present: 1, unexcused: 2, undecided: 0 } });
  });

  it("come as one table by pages: placed, waiting, undecided", async () => {
    const activity = await recruited();

    const first = await when("alliance").get(path(activity, "people?limit=3"));
    const rest = await when("alliance").get(path(activity, `people?limit=3&cursor=${first.body.cursor}`));

    const rows = [...first.body.items, ...rest.body.items];
    expect(
      rows.map((row: { name: string; dutyState?: string; places: { state: string }[] }) => [
        row.name,
        row.dutyState,
        row.places[0]?.state,
      ]),
    ).toEqual([
      ["成员4", undefined, "placed"],
      ["成员1", "attending", "waiting"],
      ["成员2", "undecided", undefined],
      ["成员3", "undecided", undefined],
    ]);
    expect(rest.body.cursor).toBeUndefined();
  });

  it("are shown to a secretary as far as they are of the branch, to the organizer whole, to nobody else", async () => {
    const activity = await recruited();

    const ofBranch = await when("secretaryB").get(path(activity, "people"));
    const organizer = await when("organizer").get(path(activity, "people"));

    expect(ofBranch.body.items.map((row: { name: string }) => row.name)).toEqual(["成员4", "成员3"]);
    expect(organizer.body.items).toHaveLength(4);
    expect(await when(1).get(path(activity, "people"))).toMatchObject({
      status: 403,
      body: { code: "permission.denied" },
    });
  });
});

describe("my places", () => {
  it("say for each position whether I may sign up, in my language, and how full it is", async () => {
    await given.members(1);
    const activity = await given.activity({}, "Cover");

    const { body } = await when(1).get(path(activity, "sign-ups/me"));

    expect(body).toMatchObject({ onDuty: false, places: [], positions: [{ headCount: 20, placed: 0, waiting: 0 }] });
    expect(body.positions[0].faults).toEqual([
      { code: "lifecycle.stage_closed", message: "招募已截止，可看其他招募中的活动" },
    ]);
  });

  it("list what I signed up for, the latest session first, as it stands now", async () => {
    await given.members(1, 2);
    const later = { startsAt: "2026-09-20T01:00:00.000Z", endsAt: "2026-09-20T05:00:00.000Z" };
    const soon = await given.activity({ sessions: [Sample.session(1)] });
    const next = await given.activity({
      ...{ id: Sample.activityId(2), title: "爱心助学", sessions: [Sample.session(1, later)] },
    });
    for (const member of [2, 1]) await when(member).post(path(soon), choosing());
    await when(1).post(path(next), choosing());
    await when(2).delete(path(soon, session));

    const { body } = await when(1).get("/me/participations");

    expect(body.items.map((item: { title: string; state: string }) => [item.title, item.state])).toEqual([
      ["爱心助学", "placed"],
      ["社区便民服务", "placed"],
    ]);
  });
});

it("fixes the duty list once, whatever the roster becomes", async () => {
  await given.members(Sample.member(1, party), 2);
  const activity = await given.activity();
  const first = await fixDutyList(useCases)(activity, Sample.RECRUITING);
  await given.members(Sample.member(3, party));
  alliance.restart();

  const second = await fixDutyList(useCases)(activity, Sample.DEADLINE);

  expect(first.memberIds).toEqual([Sample.memberId(1)]);
  expect(second).toEqual(first);
});

it("says who takes part: who signed up, asked for leave, or is expected in an open activity", async () => {
  await given.members(...people(3).map((number) => Sample.member(number, number === 1 ? party : {})), 4);
  const activity = await given.activity();
  await fixDutyList(useCases)(activity, Sample.RECRUITING);
  await when(2).post(path(activity), choosing());

  expect(await useCases.takesPart(people(4).map(Sample.memberId))).toEqual([1, 2].map(Sample.memberId));
});

it("tells nobody of a place when too few people signed up", async () => {
  await given.members(1);
  const activity = await given.activity({ minimumPeople: 2 });
  await when(1).post(path(activity), choosing());

  expect(await allocatePlaces(useCases)(activity, Sample.DEADLINE)).toMatchObject({ placed: 1, tooFew: true });
  expect(await sent()).toEqual([]);
});

import { allocatePlaces } from "@yigong/application/participation/allocate-places.ts";
import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import { takesPart } from "@yigong/application/participation/takes-part.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { type ParticipationWorld, participationWorld } from "@yigong/testing/participation-world.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let store: TestTable;
let world: ParticipationWorld;
beforeEach(async () => {
  store = await testTable();
  world = participationWorld(store.table);
});
afterEach(() => store.stop());

const party = { politicalStatuses: [{ from: "2010-01-01", status: "partyMember" as const }] };
const branch = (number: number) => `unit_${String(number).padStart(26, "0")}` as never;
const people = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);
const yes = { consent: true, acceptsRisks: true };
const choosing = (position = 1) => ({ ...yes, positionId: Sample.positionId(position) });
const path = (activity: { id: string }, rest = "sign-ups") => `/activities/${activity.id}/${rest}`;
const session = `sign-ups/${Sample.sessionId()}`;

describe("POST sign-ups", () => {
  it("answers 200 to all of 200 who want 20 places at once: 20 are placed, the rest know how many wait before them", async () => {
    world.enrol(...people(200).map((number) => Sample.member(number)));
    const activity = world.hold(Sample.activity());

    const answers = await Promise.all(
      people(200).map((member) => world.as(member, "POST", path(activity), choosing())),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.filter(({ json }) => json.number <= 20).map(({ json }) => json.state)).toEqual(
      Array(20).fill("placed"),
    );
    expect(answers.filter(({ json }) => json.number > 20 && json.queue !== json.number - 20)).toEqual([]);
  });

  it.each([
    ["without consent", { ...choosing(), consent: false }],
    ["without accepting the risks", { consent: true, positionId: Sample.positionId() }],
  ])("signs nobody up %s", async (_, body) => {
    world.enrol(Sample.member(1));
    const activity = world.hold(Sample.activity());

    expect(await world.as(1, "POST", path(activity), body)).toMatchObject({
      status: 400,
      json: { code: "input.invalid" },
    });
  });

  it("answers the same place to a second request, even after recruitment has closed", async () => {
    world.enrol(Sample.member(1));
    const activity = world.hold(Sample.activity());
    const first = await world.as(1, "POST", path(activity), choosing());
    world.moveTo(activity, "Cover", Sample.DEADLINE);

    const second = await world.as(1, "POST", path(activity), choosing());

    expect(second).toEqual(first);
  });

  it("names all reasons at once", async () => {
    const { volunteerSince: _, ...employee } = Sample.member(1);
    world.enrol(employee);
    const sessions = [
      Sample.session(1, {
        positions: [{ id: Sample.positionId(), name: "布线", headCount: 1, requiredSkills: ["光纤"] }],
      }),
    ];
    const activity = world.hold(Sample.activity({ sessions }), "Cover");

    const { status, json } = await world.as(1, "POST", path(activity), choosing());

    expect({ status, code: json.code }).toEqual({ status: 409, code: "lifecycle.stage_closed" });
    expect(json.detail).toMatch(/closed.*volunteers.*光纤/s);
  });

  it("counts the skills of one's teams", async () => {
    const team = { id: branch(7), name: "3G达人", kind: "team" as const, skills: ["光纤"], version: 0 };
    world.units.set(team.id, team);
    world.enrol(Sample.member(1, { teamIds: [team.id] }));
    const sessions = [
      Sample.session(1, {
        positions: [{ id: Sample.positionId(), name: "布线", headCount: 1, requiredSkills: ["光纤"] }],
      }),
    ];

    expect((await world.as(1, "POST", path(world.hold(Sample.activity({ sessions }))), choosing())).status).toBe(200);
  });

  it("refuses a session that overlaps one elsewhere, until that one is withdrawn from", async () => {
    world.enrol(Sample.member(1));
    const [here, there] = [1, 2].map((number) => world.hold(Sample.activity({ id: Sample.activityId(number) })));
    if (!here || !there) throw new Error("two activities");
    await world.as(1, "POST", path(there), choosing());

    const refused = await world.as(1, "POST", path(here), choosing());
    await world.as(1, "DELETE", path(there, session));

    expect(refused).toMatchObject({ status: 409, json: { code: "participation.overlapping" } });
    expect((await world.as(1, "POST", path(here), choosing())).status).toBe(200);
  });

  it("gives somebody on the duty list the first position that fits, the same one when asked twice; others must name one", async () => {
    world.enrol(Sample.member(1, party), Sample.member(2));
    const positions = [1, 2].map((number) => ({
      id: Sample.positionId(number),
      name: "引导",
      headCount: 1,
      requiredSkills: number === 1 ? ["光纤"] : [],
    }));
    const activity = world.hold(Sample.activity({ sessions: [Sample.session(1, { positions })] }));
    await fixDutyList(world.deps)(activity, Sample.RECRUITING);

    const twice = [await world.as(1, "POST", path(activity), yes), await world.as(1, "POST", path(activity), yes)];

    expect(twice.map(({ json }) => [json.positionId, json.duty, json.number])).toEqual(
      Array(2).fill([Sample.positionId(2), true, 1]),
    );
    expect(await world.as(2, "POST", path(activity), yes)).toMatchObject({
      json: { code: "participation.position_needed" },
    });
    expect(await world.as(2, "POST", path(activity), choosing(9))).toMatchObject({
      status: 404,
      json: { code: "participation.position_unknown" },
    });
  });
});

describe("DELETE sign-ups", () => {
  it("frees the place at once while recruitment is open", async () => {
    world.enrol(Sample.member(1), Sample.member(2));
    const activity = world.hold(Sample.activity({ sessions: [Sample.session(1)] }));
    for (const member of [1, 2]) await world.as(member, "POST", path(activity), choosing());

    const left = await world.as(1, "DELETE", path(activity, session));
    const again = await world.as(1, "DELETE", path(activity, session));

    expect(again).toEqual(left);
    expect(left.json.state).toBe("withdrawn");
    expect((await world.as(2, "GET", path(activity, "sign-ups/me"))).json.places).toMatchObject([
      { state: "placed", provisional: true },
    ]);
  });

  it("after the deadline asks for a reason, promotes the next in line and tells them", async () => {
    world.enrol(Sample.member(1), Sample.member(2));
    const activity = world.hold(Sample.activity({ sessions: [Sample.session(1)] }));
    for (const member of [1, 2]) await world.as(member, "POST", path(activity), choosing());
    world.moveTo(activity, "Cover", Sample.DEADLINE);
    await allocatePlaces(world.deps)(activity, Sample.DEADLINE);

    const without = await world.as(1, "DELETE", path(activity, session));
    const left = await world.as(1, "DELETE", `${path(activity, session)}?reason=${encodeURIComponent("孩子发烧")}`);

    expect([without.json.code, left.json.state]).toEqual(["participation.reason_needed", "withdrawn"]);
    expect((await world.as(2, "GET", path(activity, "sign-ups/me"))).json.places).toMatchObject([
      { state: "placed", provisional: false },
    ]);
    expect(await world.told()).toEqual([
      "activity.follow",
      "participation.placed",
      "participation.promoted",
      "participation.waiting",
    ]);
  });

  it("sends duty members to late leave after the deadline, and everybody away after the start", async () => {
    world.enrol(Sample.member(1, party), Sample.member(2));
    const activity = world.hold(Sample.activity());
    await fixDutyList(world.deps)(activity, Sample.RECRUITING);
    for (const member of [1, 2]) await world.as(member, "POST", path(activity), choosing());
    world.moveTo(activity, "Execute", Sample.COVER_ENDS);

    const duty = await world.as(1, "DELETE", path(activity, session));
    world.clock.at = Sample.STARTS;
    const late = await world.as(2, "DELETE", `${path(activity, session)}?reason=x`);

    expect([duty.json.code, late.json.code]).toEqual(["participation.leave_needed", "participation.too_late"]);
    expect(await world.as(3, "DELETE", path(activity, session))).toMatchObject({
      status: 404,
      json: { code: "participation.missing" },
    });
  });
});

describe("the people of an activity", () => {
  const inBranch = (number: number, unit: number, more = {}) =>
    Sample.member(number, { ...party, affiliations: [{ from: "2010-01-01", branchId: branch(unit) }], ...more });
  const recruited = async () => {
    world.enrol(
      inBranch(1, 1),
      inBranch(2, 1),
      inBranch(3, 2),
      inBranch(4, 2, { politicalStatuses: Sample.member(4).politicalStatuses }),
    );
    world.grant(90, "alliance");
    world.grant(91, "branchSecretary", { kind: "branch", unitId: branch(2) });
    const activity = world.hold(Sample.activity({ sessions: [Sample.session(1)] }));
    await fixDutyList(world.deps)(activity, Sample.RECRUITING);
    for (const member of [4, 1]) await world.as(member, "POST", path(activity), choosing());
    return activity;
  };

  it("are counted by states that add up to the duty list, before and after the deadline and the execution", async () => {
    const activity = await recruited();
    const list = async () => (await world.as(90, "GET", path(activity, "duty-list"))).json;
    const before = await list();
    await allocatePlaces(world.deps)(activity, Sample.DEADLINE);
    world.presence.set(activity.id, { present: new Set([Sample.memberId(1)]) });
    const after = await list();

    expect(before).toMatchObject({ total: 3, counts: { attending: 1, undecided: 2, unexcused: 0 } });
    expect(after).toMatchObject({ total: 3, counts: { present: 1, unexcused: 2, undecided: 0 } });
  });

  it("come as one table by pages: placed, waiting, undecided", async () => {
    const activity = await recruited();

    const first = await world.as(90, "GET", path(activity, "people?limit=3"));
    const rest = await world.as(90, "GET", path(activity, `people?limit=3&cursor=${first.json.cursor}`));

    const rows = [...first.json.items, ...rest.json.items];
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
    expect(rest.json.cursor).toBeUndefined();
  });

  it("are shown to a secretary as far as they are of the branch, to the organizer whole, to nobody else", async () => {
    const activity = await recruited();

    const ofBranch = await world.as(91, "GET", path(activity, "people"));
    const organizer = await world.as(9_000, "GET", path(activity, "people"));

    expect(ofBranch.json.items.map((row: { name: string }) => row.name)).toEqual(["成员4", "成员3"]);
    expect(organizer.json.items).toHaveLength(4);
    expect(await world.as(1, "GET", path(activity, "people"))).toMatchObject({
      status: 403,
      json: { code: "permission.denied" },
    });
  });
});

describe("my places", () => {
  it("say for each position whether I may sign up, in my language, and how full it is", async () => {
    world.enrol(Sample.member(1));
    const activity = world.hold(Sample.activity(), "Cover");

    const { json } = await world.as(1, "GET", path(activity, "sign-ups/me"));

    expect(json).toMatchObject({ onDuty: false, places: [], positions: [{ headCount: 20, placed: 0, waiting: 0 }] });
    expect(json.positions[0].faults).toEqual([
      { code: "lifecycle.stage_closed", message: "招募已截止，可看其他招募中的活动" },
    ]);
  });

  it("list what I signed up for, the latest session first, as it stands now", async () => {
    world.enrol(Sample.member(1), Sample.member(2));
    const later = { startsAt: "2026-09-20T01:00:00.000Z", endsAt: "2026-09-20T05:00:00.000Z" };
    const soon = world.hold(Sample.activity({ sessions: [Sample.session(1)] }));
    const next = world.hold(
      Sample.activity({ id: Sample.activityId(2), title: "爱心助学", sessions: [Sample.session(1, later)] }),
    );
    for (const member of [2, 1]) await world.as(member, "POST", path(soon), choosing());
    await world.as(1, "POST", path(next), choosing());
    await world.as(2, "DELETE", path(soon, session));

    const { json } = await world.as(1, "GET", "/me/participations");

    expect(json.items.map((item: { title: string; state: string }) => [item.title, item.state])).toEqual([
      ["爱心助学", "placed"],
      ["社区便民服务", "placed"],
    ]);
  });
});

it("fixes the duty list once, whatever the roster becomes", async () => {
  world.enrol(Sample.member(1, party), Sample.member(2));
  const activity = world.hold(Sample.activity());
  const first = await fixDutyList(world.deps)(activity, Sample.RECRUITING);
  world.enrol(Sample.member(3, party));

  const second = await fixDutyList(participationWorld(store.table).deps)(activity, Sample.DEADLINE);

  expect(first.memberIds).toEqual([Sample.memberId(1)]);
  expect(second).toEqual(first);
});

it("says who takes part: who signed up, asked for leave, or is expected in an open activity", async () => {
  world.enrol(...people(3).map((number) => Sample.member(number, number === 1 ? party : {})), Sample.member(4));
  const activity = world.hold(Sample.activity());
  await fixDutyList(world.deps)(activity, Sample.RECRUITING);
  await world.as(2, "POST", path(activity), choosing());
  const among = takesPart({ ...world.deps, openActivities: async () => [activity.id] });

  expect(await among(people(4).map(Sample.memberId))).toEqual([1, 2].map(Sample.memberId));
});

it("tells nobody of a place when too few people signed up", async () => {
  world.enrol(Sample.member(1));
  const activity = world.hold(Sample.activity({ minimumPeople: 2 }));
  await world.as(1, "POST", path(activity), choosing());

  expect(await allocatePlaces(world.deps)(activity, Sample.DEADLINE)).toMatchObject({ placed: 1, tooFew: true });
  expect(await world.told()).toEqual([]);
});

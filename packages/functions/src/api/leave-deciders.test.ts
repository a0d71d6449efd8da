import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import type { Activity } from "@yigong/core/activity/index.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { BRANCH_A } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, told, useCases, when } = alliance;
afterAll(() => alliance.close());

const secretary = grant("branchSecretary", { kind: "branch", unitId: BRANCH_A });
const party = (number: number, over: Partial<Member> = {}) =>
  Sample.member(number, {
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01", branchId: BRANCH_A }],
    ...over,
  });
const plea = { reason: "workConflict", note: "当天值机房" };
let activity: Activity.Info;
const path = (rest: string) => `/activities/${activity.id}/${rest}`;
const begin = async (...members: Member[]) => {
  await given.members("alliance", ...members);
  await fixDutyList(useCases)(activity, Sample.RECRUITING);
};

beforeEach(async () => {
  await alliance.clear();
  activity = await given.activity();
});

describe("who is asked for leave", () => {
  const [first, second] = [party(1, { roles: [secretary] }), party(2, { roles: [secretary] })];
  const deputy = party(3, { roles: [{ ...secretary, deputyFor: Sample.memberId(1) }] });
  const gone = party(4, { roles: [secretary], leftOn: "2026-08-01" });

  it.each([
    ["is the secretary, for others", 5, [first, party(5)], ["leave.requested 1"], "requested"],
    ["is the deputy too", 5, [first, deputy, party(5)], ["leave.requested 1,3"], "requested"],
    ["is the alliance, for the secretary", 1, [first], ["leave.forAlliance alliance"], "escalated"],
    [
      "is the alliance, not the secretary's own deputy",
      1,
      [first, deputy],
      ["leave.forAlliance alliance"],
      "escalated",
    ],
    ["is the other secretary, for one of two", 1, [first, second], ["leave.requested 2"], "requested"],
    ["is the secretary, for the deputy", 3, [first, deputy], ["leave.requested 1"], "requested"],
    ["is the alliance, when the secretary has left", 5, [gone, party(5)], ["leave.forAlliance alliance"], "escalated"],
    ["is the alliance, in a branch without a secretary", 5, [party(5)], ["leave.forAlliance alliance"], "escalated"],
  ])("%s", async (_, asker, members, expected, status) => {
    await begin(...members);
    const answer = await when(asker).post(path("leaves"), plea);

    expect(answer).toMatchObject({ status: 200, body: { status } });
    expect(await told("leave.")).toEqual(expected);
  });

  it("lets no deputy decide the leave of whom they stand in for", async () => {
    await begin(first, second, deputy);
    await when(1).post(path("leaves"), plea);
    const decide = (by: number) => when(by).post(path(`leaves/${Sample.memberId(1)}/decision`), { approve: true });

    expect(await decide(3)).toMatchObject({ status: 403, body: { code: "leave.own_request" } });
    expect(await decide(1)).toMatchObject({ status: 403, body: { code: "leave.own_request" } });
    expect(await decide(2)).toMatchObject({ status: 200, body: { status: "approved" } });
  });
});

it("lists what waits for the branch and what waits for the alliance, page by page, when no status is asked for", async () => {
  const members = [1, 2, 3, 4].map((number) => party(number, number === 1 ? { roles: [secretary] } : {}));
  await begin(...members);
  for (const asker of [1, 2, 3, 4]) await when(asker).post(path("leaves"), plea);
  const statuses: string[] = [];
  let cursor = "";
  for (let pages = 0; pages < 5; pages++) {
    const { body } = await when("alliance").get(`/leaves?limit=1${cursor && `&cursor=${cursor}`}`);
    statuses.push(...body.items.map(({ status }: { status: string }) => status));
    cursor = body.cursor ?? "";
    if (cursor === "") break;
  }

  expect(statuses).toEqual(["requested", "requested", "requested", "escalated"]);
  expect((await when("alliance").get("/leaves")).body.items).toHaveLength(4);
});

it("says which positions have places when the chosen one is full", async () => {
  const positions = [1, 2].map((number) => ({
    id: Sample.positionId(number),
    name: `岗位${number}`,
    headCount: 1,
    requiredSkills: [],
  }));
  activity = await given.activity({ id: Sample.activityId(2), sessions: [Sample.session(1, { positions })] });
  await given.members(1, 2, 3);
  const take = (member: number, positionId: string) =>
    when(member).post(path("sign-ups"), { positionId, consent: true, acceptsRisks: true });
  const first = await take(1, Sample.positionId(1));
  const second = await take(2, Sample.positionId(1));

  expect(first.body).toMatchObject({ state: "placed" });
  expect(first.body.free).toBeUndefined();
  expect(second.body).toMatchObject({
    state: "waiting",
    queue: 1,
    free: [{ positionId: Sample.positionId(2), name: "岗位2", places: 1 }],
  });
});

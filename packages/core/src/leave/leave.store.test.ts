import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Sample from "../participation/participation.builder.ts";
import { dynamoLeaves, type Leaves } from "./leave.store.ts";
import * as Leave from "./leave.ts";

let store: TestTable;
let leaves: Leaves;
beforeAll(async () => {
  store = await testTable();
  leaves = dynamoLeaves(store.table);
});
afterAll(() => store.stop());

const branch = (number: number) => `unit_${String(number).padStart(26, "0")}`;
const requestOf = (activity: number, member: number, at = Sample.RECRUITING, branchId = branch(1)): Leave.Open => ({
  activityId: Sample.activityId(activity),
  memberId: Sample.memberId(member),
  branchId,
  status: "requested",
  request: { reason: "family", note: "探亲", late: false, at },
  earlier: [],
  version: 0,
});
const approve = (leave: Leave.Info) => ({
  item: Leave.decide(leave, {
    approve: true,
    alliance: false,
    startsAt: Sample.STARTS,
    decision: { by: "secretary", at: Sample.RECRUITING },
  }),
});

it("writes a first request once", async () => {
  const leave = requestOf(1, 1);

  const written = await Promise.all([1, 2, 3].map(() => leaves.begin({ item: leave }, Sample.RECRUITING)));

  expect(written.filter(Boolean)).toHaveLength(1);
  expect(await leaves.get(leave.activityId, leave.memberId)).toEqual(leave);
});

it("lists what is open by branch, the oldest first, and drops it once it is decided", async () => {
  for (const [member, day, unit] of [
    [11, 3, 8],
    [12, 1, 8],
    [13, 2, 8],
    [14, 1, 9],
  ] as const)
    await leaves.begin(
      { item: requestOf(2, member, `2026-09-0${day}T00:00:00.000Z`, branch(unit)) },
      Sample.RECRUITING,
    );
  await leaves.change(requestOf(2, 13), Sample.RECRUITING, approve);

  const first = await leaves.open("requested", branch(8), { limit: 1 });
  const rest = await leaves.open("requested", branch(8), { limit: 5, cursor: first.cursor });

  expect([...first.items, ...rest.items].map((leave) => leave.memberId)).toEqual([12, 11].map(Sample.memberId));
  expect((await leaves.open("escalated", branch(8), { limit: 5 })).items).toEqual([]);
  expect((await leaves.open("requested", undefined, { limit: 50 })).items.map((leave) => leave.branchId)).toContain(
    branch(9),
  );
});

it("finds a member's requests, the latest first", async () => {
  await leaves.begin({ item: requestOf(3, 21, "2026-09-01T00:00:00.000Z") }, Sample.RECRUITING);
  await leaves.begin({ item: requestOf(4, 21, "2026-09-02T00:00:00.000Z") }, Sample.RECRUITING);

  const { items } = await leaves.byMember(Sample.memberId(21), { limit: 10 });

  expect(items.map((leave) => leave.activityId)).toEqual([4, 3].map((number) => Sample.activityId(number)));
});

it("lets one of two simultaneous decisions win and shows it to the other", async () => {
  await leaves.begin({ item: requestOf(5, 31) }, Sample.RECRUITING);
  const by = (who: string) => (leave: Leave.Info) =>
    Leave.isOpen(leave)
      ? { item: { ...approve(leave).item, decision: { by: who, at: Sample.RECRUITING } } as Leave.Info }
      : { item: leave };

  const decided = await Promise.all(
    ["a", "b"].map((who) => leaves.change(requestOf(5, 31), Sample.RECRUITING, by(who))),
  );

  const deciders = decided.map((leave) => leave.status === "approved" && leave.decision.by);
  expect(new Set(deciders).size).toBe(1);
});

it("refuses to change what nobody asked for", async () => {
  await expect(leaves.change(requestOf(6, 1), Sample.RECRUITING, approve)).rejects.toMatchObject({
    code: "leave.missing",
  });
});

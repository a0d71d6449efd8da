import { everyAccount } from "@yigong/application/points/take-root.ts";
import type { Info as Message } from "@yigong/core/message/message.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Lived } from "./live-acts.ts";
import { liveWeek } from "./live-week.ts";

let week: Lived;
let messages: Message[];
beforeAll(async () => {
  week = await liveWeek();
  const { useCases } = week.house.machine.app;
  const lists = await Promise.all(week.company.members.map(({ id }) => useCases.messages.list(id, { limit: 500 })));
  messages = lists.flatMap(({ items }) => items);
}, 400_000);
afterAll(() => week.close());

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
const done = () => week.activities.filter(({ id }) => id !== week.cancelled.id);
const toldOf = (activityId: string, template: string) =>
  messages.filter((one) => one.activityId === activityId && one.template === template);

it("is as busy as it says: twelve activities, two hundred and sixty people", async () => {
  const statuses = await Promise.all(week.activities.map(async (one) => (await week.house.stagesOf(one)).status));

  expect(week.company.members).toHaveLength(260);
  expect(statuses.toSorted()).toEqual(["cancelled", ...Array(11).fill("done")]);
  expect(week.acts).toMatchObject({ dropOut: 3, lateLeave: 2, approve: 2, cancel: 1, move: 1 });
  expect(week.refused["participation.overlapping"]).toBeGreaterThan(0);
});

it("has a row for everybody who signed up, and no more people in a session than places", async () => {
  const rows = await Promise.all(week.activities.map(week.house.participationsOf));
  const placed = rows.map((one) => one.filter(({ state }) => state === "placed").length);

  expect(sum(rows.map(({ length }) => length))).toBe(week.acts.signUp);
  expect(Math.max(...placed)).toBe(6);
  expect(rows.flat().filter(({ state }) => state === "withdrawn")).toHaveLength(5);
});

it("has everybody of each duty list in one state, and leaves nobody open in what is over", async () => {
  const { dutyLists } = week.house.machine.app.useCases;
  for (const activity of done()) {
    const counts = await week.house.dutyCounts(activity);
    const list = (await dutyLists.find(activity.id))?.memberIds ?? [];

    expect(sum(Object.values(counts))).toBe(list.length);
    expect(counts).toMatchObject({ undecided: 0, attending: 0 });
  }
});

it("counts as present exactly who came, and one who did not come in each", async () => {
  const { attendances } = week.house.machine.app.useCases;
  for (const activity of done()) {
    const rows = await attendances.of(activity.id);
    const present = rows.filter(({ state }) => state === "present").map(({ memberId }) => memberId);

    expect(present.toSorted()).toEqual(week.served.get(activity.id)?.toSorted());
  }
  expect(await attendances.of(week.cancelled.id)).toEqual([]);
});

it("covers each shift once, by who works no other, and posts each cover that was confirmed", async () => {
  const { covers } = week.house.machine.app.useCases;
  const needs = (await Promise.all(week.activities.map(({ id }) => covers.of(id)))).flat();
  const confirmed = needs.filter((need) => need.status === "confirmed");
  const entries = (await Promise.all(done().map(week.house.pointsIssued))).flat();
  const voided = needs.filter((need) => need.status === "void");

  expect(new Set(needs.map(({ activityId, shiftId }) => `${activityId} ${shiftId}`)).size).toBe(needs.length);
  expect(confirmed.length).toBeGreaterThan(0);
  expect(confirmed.length + voided.filter(({ former }) => former?.status === "confirmed").length).toBe(
    week.acts.confirm,
  );
  expect(entries.filter(({ kind }) => kind === "cover")).toHaveLength(confirmed.length);
  expect(entries.filter(({ kind }) => kind !== "cover")).toHaveLength(
    sum([...week.served.values()].map((one) => one.length)),
  );
});

it("has balances that are the sum of what was posted", async () => {
  const entries = (await Promise.all(week.activities.map(week.house.pointsIssued))).flat();
  let [seq, points] = [0, 0];
  for await (const account of everyAccount(week.house.machine.app.useCases.ledger)) {
    seq += account.seq;
    points += sum(Object.values(account.years).map((year) => year.points));
  }

  expect(seq).toBe(entries.length);
  expect(points).toBe(sum(entries.map((entry) => entry.points)));
});

it("spends less than was granted, and gives the rest back before the record is filed", async () => {
  const { spendings } = week.house.machine.app.useCases;
  const money = await Promise.all([...week.granted.keys()].map((id) => spendings.find(id)));
  const returned = money.map((one) => (one?.state === "closed" ? one.returnedFen : Number.NaN));

  expect(sum(week.granted.values())).toBe(50_000);
  expect(sum(money.flatMap((one) => one?.expenses.map(({ fen }) => fen) ?? []))).toBe(40_000);
  expect(sum(returned)).toBe(10_000);
  expect(week.acts.overspend).toBeUndefined();
  expect(week.refused).toMatchObject({ "expense.above_grant": 2, "archive.incomplete": 2 });
  for (const id of week.granted.keys()) expect(toldOf(id, "expense.settled")).toHaveLength(1);
});

it("says of everybody concerned by the weather that they were reached", async () => {
  const { people } = await week.house
    .as("organizer")
    .get<{ people: { state: string }[] }>(`/activities/${week.cancelled.id}/reached`);

  expect(people.length).toBeGreaterThan(0);
  expect(people.filter(({ state }) => state !== "sent" && state !== "read")).toEqual([]);
});

it("sends every message once, by one channel, though one was down for twenty-seven hours", async () => {
  const keys = [...week.im, ...week.sms].map(({ key }) => key);

  expect(new Set(keys).size).toBe(keys.length);
  expect(messages.filter(({ delivery }) => delivery !== "delivered")).toEqual([]);
  expect(new Set(messages.map(({ id }) => id))).toEqual(new Set(keys));
  expect(week.sms.length).toBeGreaterThan(0);
  expect(week.house.faults.filter((line) => !line.includes("message.undelivered"))).toEqual([]);
});

it("tells whom each change concerns, once", async () => {
  const { cancelled, moved, house, activities } = week;
  const people = async (activity: typeof moved) =>
    (await house.participationsOf(activity)).filter(isActive).map(({ memberId }) => memberId);
  const told = (activity: typeof moved, template: string) =>
    toldOf(activity.id, template).map(({ memberId }) => memberId);
  const calledOff = told(cancelled, "activity.cancelled");
  const movedTo = told(moved, "activity.rescheduled");
  const offered = activities.flatMap(({ id }) => toldOf(id, "participation.offered"));

  expect(calledOff).toEqual(expect.arrayContaining(await people(cancelled)));
  expect(movedTo).toEqual(expect.arrayContaining(await people(moved)));
  for (const one of [calledOff, movedTo]) expect(new Set(one).size).toBe(one.length);
  expect(week.vacated).toBeGreaterThan(2);
  expect(offered).toHaveLength(week.vacated);
  expect(week.acts.take).toBe(week.vacated);
});

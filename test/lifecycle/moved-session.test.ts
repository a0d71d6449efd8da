import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const post = (name: string) => ({ name, headCount: 3, requiredSkills: [] });
/** Two sessions: in four days, and in five. */
const twoSessions = () =>
  house.startActivity({
    in: 4,
    sessions: [4, 5].map((days) => ({
      startsAt: house.day(days, "09:00"),
      endsAt: house.day(days, "12:00"),
      positions: [post("服务员")],
    })),
  });
const move = (activity: Started, index: number, [startsAt, endsAt]: [string, string]) =>
  house.as("organizer").post(`/activities/${activity.id}/reschedule`, {
    sessions: [{ id: activity.sessions[index]?.id, startsAt, endsAt }],
    reason: "场地被占",
  });
const signUpFor = (activity: Started, index: number, who: Who) =>
  house.as(who).post(`/activities/${activity.id}/sign-ups`, {
    positionId: activity.sessions[index]?.positionIds[0],
    consent: true,
    acceptsRisks: true,
  });
const bodiesOf = async (activity: Started, who: Who, template: string) => {
  const { items } = await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 100 });
  return items.filter((one) => one.activityId === activity.id && one.template === template).map(({ body }) => body);
};

it("counts no check-in from before a session was moved: half a day and 1.25 points, not eight days", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "freeA1", "freeA2");
  await house.advanceTo(activity.at("08:30"));
  await house.checkIn(activity, "freeA1", "freeA2");
  await house.reschedule(activity, { startsAt: activity.at("09:00", 8) });

  expect(await house.attendanceOf(activity)).toEqual({});
  expect(await house.told(activity, "freeA1")).toContain("attendance.voided");
  await house.advanceTo(activity.at("09:00", 8));
  await house.checkIn(activity, "freeA1");
  await house.advanceTo(activity.at("12:00", 8));
  await house.checkOut(activity, "freeA1");
  await house.advanceTo(activity.at("14:01", 8));
  await house.fileArchive(activity);

  expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.25" });
  const { items } = await house.machine.app.useCases.ledger.issuedBy(activity.id, { limit: 10 });
  expect(items.flatMap(({ lines }) => lines)).toMatchObject([
    { rule: "attendance", quantity: 1 },
    { rule: "halfDay", quantity: 1 },
  ]);
  expect(house.faults).toEqual([]);
});

it("says to whom it concerns which session moved, from when to when, and reminds of each by its own time", async () => {
  const activity = await twoSessions();
  await house.signUp(activity, "freeA1");
  await signUpFor(activity, 1, "freeA2");
  await move(activity, 1, [activity.at("14:00", 3), activity.at("17:00", 3)]);

  expect(await house.told(activity, "freeA1")).toEqual([]);
  expect(await house.told(activity, "partyA1")).toContain("activity.sessionMoved");
  const [said] = await bodiesOf(activity, "freeA2", "activity.sessionMoved");
  expect(said).toMatch(/第2场由 .*9:00.*12:00.* 改到 .*14:00.*17:00/);
  await house.advanceTo(activity.at("09:01", -1));
  expect(await house.told(activity, "freeA1")).toContain("activity.startsSoon");
  expect(await house.told(activity, "freeA2")).not.toContain("activity.startsSoon");
  await house.advanceTo(activity.at("14:01", 2));
  const [reminder, ...more] = await bodiesOf(activity, "freeA2", "activity.startsSoon");
  expect(reminder).toContain("14:00");
  expect(more).toEqual([]);
  expect(await bodiesOf(activity, "freeA1", "activity.startsSoon")).toHaveLength(1);
  await house.cancel(activity);
});

it("reminds of the new time only, also when the end of the activity stays", async () => {
  const activity = await twoSessions();
  await house.signUp(activity, "freeA1");
  await house.advanceTo(activity.at("22:00", -2));
  await move(activity, 0, [activity.at("18:00"), activity.at("20:00")]);
  await house.advanceTo(activity.at("18:01", -1));

  const reminders = await bodiesOf(activity, "freeA1", "activity.startsSoon");
  expect(reminders).toHaveLength(1);
  expect(reminders[0]).toContain("18:00");
  await house.cancel(activity);
});

it("tells whoever is in two places at once after a move, and the organizer; both places stay", async () => {
  const moved = await house.startActivity({ in: 5 });
  const other = await house.startActivity({ in: 6 });
  await house.signUp(moved, "freeA1", "freeA2", "partyA1");
  await house.signUp(other, "freeA1");
  await house.putShifts([{ who: "partyA2", post: "营业员", from: other.at("08:00"), to: other.at("16:00") }]);
  await house.reschedule(moved, { startsAt: other.at("11:00") });

  expect(await house.told(moved, "freeA1")).toEqual(["activity.clash", "activity.rescheduled"]);
  expect(await house.told(moved, "freeA2")).toEqual(["activity.rescheduled"]);
  expect(await house.told(moved, "organizer")).toContain("activity.clashes");
  expect(await house.placesOf(moved)).toMatchObject({ freeA1: "placed" });
  expect(await house.placesOf(other)).toMatchObject({ freeA1: "placed" });
  await house.cancel(other);
  await house.reschedule(moved, { startsAt: other.at("10:00") });
  expect((await house.told(moved, "freeA1")).filter((template) => template === "activity.clash")).toHaveLength(1);
  await house.cancel(moved);
});

it("tells who has agreed to cover at work then, and lets nobody agree who serves then", async () => {
  const first = await house.startActivity({ in: 5 });
  const second = await house.startActivity({ in: 6 });
  await house.putShifts([{ who: "partyA3", post: "营业员", from: first.at("08:00"), to: first.at("16:00") }]);
  await house.signUp(first, "partyA3");
  await house.signUp(second, "partyA1", "partyA2");
  await house.advanceTo(first.at("18:01", -2));
  const [need] = await house.machine.app.useCases.covers.of(first.id);
  const assign = (who: Who) =>
    house
      .as("alliance")
      .post(`/activities/${first.id}/covers/${need?.id}/assign`, { memberId: house.idOf(who), reason: "熟悉岗位" });
  await assign("partyA1");
  await house.reschedule(second, { startsAt: first.at("13:00"), recruitUntil: first.at("23:00", -2) });

  expect(await house.told(second, "partyA1")).toContain("activity.coverClash");
  await house.as("partyA1").post(`/activities/${first.id}/covers/${need?.id}/decline`);
  await expect(assign("partyA2")).rejects.toMatchObject({ code: "cover.serving" });
  expect(house.faults).toEqual([]);
});

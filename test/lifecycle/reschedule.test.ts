import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

/** When people serve, by the rows of their places. */
const serviceOf = async (activity: Started) => [
  ...new Set((await house.participationsOf(activity)).map(({ startsAt, endsAt }) => `${startsAt}/${endsAt}`)),
];
const wholeShift = (activity: Started, days: number) => ({
  post: "营业员" as const,
  from: activity.at("08:00", days),
  to: activity.at("16:00", days),
});

describe("while people are recruited", () => {
  let activity: Started;

  it("moves the timers, the places and the reminder, and tells those who serve", async () => {
    activity = await house.startActivity({ in: 4 });
    await house.signUp(activity, "partyA1", "freeA1");
    const startsAt = activity.at("09:00", 3);
    await house.reschedule(activity, { startsAt, recruitUntil: activity.at("18:00", 1) });

    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Recruit"]);
    expect(await house.lifecycleOf(activity)).toMatchObject({
      plan: {
        Recruit: [activity.at("18:00", 1)],
        Cover: [activity.at("21:00", 2)],
        Execute: [activity.at("14:00", 3)],
      },
      archiveDueAt: activity.at("12:00", 10),
    });
    expect(await serviceOf(activity)).toEqual([`${startsAt}/${activity.at("12:00", 3)}`]);
    expect(await house.told(activity, "freeA1")).toEqual(["activity.rescheduled"]);
  });

  it("frees the old hours for another activity and takes the new ones", async () => {
    const there = await house.startActivity({ in: 4 });
    await house.signUp(there, "freeA1");
    const clash = await house.startActivity({ in: 7 });

    expect(await house.placesOf(there)).toEqual({ freeA1: "placed" });
    await expect(house.signUp(clash, "freeA1")).rejects.toMatchObject({ code: "participation.overlapping" });
    await house.cancel(there);
    await house.cancel(clash);
  });

  it("recruits until the new deadline, and reminds a day before that one only", async () => {
    await house.advanceTo(activity.at("12:00"));

    expect(await house.stagesOf(activity)).toEqual({ status: "recruiting" });
    expect(await house.told(activity, "partyA2")).not.toContain("recruit.undecidedReminder");

    await house.advanceTo(activity.at("18:01", 1));

    expect(await house.told(activity, "partyA2")).toContain("recruit.undecidedReminder");
    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Recruit", "Cover", "Execute"]);
  });
});

describe("while covers are arranged", () => {
  let activity: Started;

  it("voids covers of the old day and asks for those of the new one", async () => {
    activity = await house.startActivity({ in: 4 });
    await house.putShifts([
      { who: "partyA1", ...wholeShift(activity, 0) },
      { who: "partyA2", ...wholeShift(activity, 5) },
    ]);
    await house.signUp(activity, "partyA1", "partyA2");
    await house.advanceTo(activity.at("18:01", -2));
    await house.acceptCover(activity, "coverA1");
    await house.confirmCover(activity, "coverA1");
    await house.reschedule(activity, { startsAt: activity.at("09:00", 5) });

    expect(await house.coversOf(activity)).toEqual([
      { for: "partyA1", status: "void", reason: "noOverlap", former: "coverA1" },
      { for: "partyA2", status: "offered", by: "coverA1" },
    ]);
    expect(await house.told(activity, "coverA1")).toContain("cover.withdrawn");
    expect(await house.lifecycleOf(activity)).toMatchObject({
      outcomes: { Recruit: { at: activity.at("18:00", -2) } },
      plan: { Recruit: [activity.at("18:00", -2)], Cover: [activity.at("21:00", 4)] },
    });
  });

  it("arranges covers until the new deadline", async () => {
    await house.acceptCover(activity, "coverA1");
    await house.confirmCover(activity, "coverA1");
    await house.advanceTo(activity.at("21:01", 4));

    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Cover", "Execute"]);
    expect(await house.coversOf(activity)).toMatchObject([{ status: "void" }, { status: "confirmed", by: "coverA1" }]);
    await house.cancel(activity);
  });
});

describe("once all is arranged, before the start", () => {
  let activity: Started;

  it("still moves, seeks covers for the new day, and keeps the places", async () => {
    activity = await house.startActivity({
      in: 4,
      surveyDays: 7,
      servedParty: { kind: "definite", description: "住户" },
    });
    await house.putShifts([{ who: "partyA1", ...wholeShift(activity, 2) }]);
    await house.addServed(activity, ["13700000001"]);
    await house.signUp(activity, "partyA1", "freeA1");
    await house.advanceTo(activity.at("20:00", -1));
    expect(await house.stagesOf(activity)).toMatchObject({ status: "executing", Cover: "notNeeded" });
    await house.reschedule(activity, { startsAt: activity.at("09:00", 2) });

    expect(await serviceOf(activity)).toEqual([`${activity.at("09:00", 2)}/${activity.at("12:00", 2)}`]);
    expect(await house.placesOf(activity)).toEqual({ freeA1: "placed", partyA1: "placed" });
    expect(await house.coversOf(activity)).toMatchObject([{ for: "partyA1", status: "offered" }]);
    expect(await house.stagesOf(activity)).toMatchObject({ status: "executing", Cover: "neededLater" });
    const { counts } = await house.as("alliance").get<{ counts: object }>(`/activities/${activity.id}/covers`);
    expect(counts).toMatchObject({ needs: 1, open: 1, confirmed: 0 });
  });

  it("is nothing on the old day", async () => {
    await house.advanceTo(activity.at("15:00"));

    expect(await house.stagesOf(activity)).toMatchObject({ status: "executing" });
    await expect(house.checkIn(activity, "partyA1")).rejects.toMatchObject({ code: "attendance.too_early" });
  });

  it("serves, files and asks clients later by as much, and cannot be moved once it began", async () => {
    await house.advanceTo(activity.at("09:00", 2));
    await expect(house.reschedule(activity, { startsAt: activity.at("09:00", 9) })).rejects.toMatchObject({
      code: "activity.session_begun",
    });
    await house.checkIn(activity, "partyA1");
    await house.advanceTo(activity.at("14:01", 2));
    await house.fileArchive(activity);

    expect(await house.pathOf(activity)).toEqual([
      "Begin",
      "Recruit",
      "Cover",
      "Execute",
      "Execute",
      "Archive",
      "Survey",
    ]);
    expect(await house.surveyOf(activity)).toMatchObject({ status: "open", closesAt: activity.at("18:00", 9) });
    const soon = (await house.told(activity, "partyA1")).filter((name) => name === "activity.startsSoon");
    expect(soon).toHaveLength(2);
    expect(house.faults).toEqual([]);
  });
});

it("says what is wrong with new times", async () => {
  const activity = await house.startActivity({ in: 4 });
  const move = (startsAt: string, recruitUntil?: string) =>
    house.reschedule(activity, { startsAt, ...(recruitUntil === undefined ? {} : { recruitUntil }) });

  await expect(move(house.day(-1, "09:00"))).rejects.toMatchObject({ code: "activity.start_past" });
  await expect(move(activity.at("09:00", -3))).rejects.toMatchObject({ code: "lifecycle.plan_order" });
  await expect(move(activity.at("09:00", 1), house.day(-1, "18:00"))).rejects.toMatchObject({
    code: "activity.recruit_past",
  });
  await house.cancel(activity);
  await expect(move(activity.at("09:00", 1))).rejects.toMatchObject({ code: "lifecycle.cancelled" });
});

it("publishes the notice anew when time or deadline moved, and keeps what was published", async () => {
  const activity = await house.startActivity({ in: 12 });
  const revisions = async () => {
    const { items } = await house
      .as("admin")
      .get<{ items: { activityId: string; revision: number }[] }>("/announcements?limit=200");
    return items.filter(({ activityId }) => activityId === activity.id).map(({ revision }) => revision);
  };
  await house.extend(activity, "Recruit", activity.at("12:00", -1));
  await house.reschedule(activity, { startsAt: activity.at("10:00"), recruitUntil: activity.at("12:00", -1) });

  expect(await revisions()).toEqual([3, 2, 1]);
});

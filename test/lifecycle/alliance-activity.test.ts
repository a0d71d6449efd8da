import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const CLIENTS = ["13800000001", "13800000002", "13800000003", "13800000004", "13800000005"];
const WHOLE = ["Begin", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award", "Done"];

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

describe("an alliance activity for clients, by deadlines alone", () => {
  let activity: Started;

  beforeAll(async () => {
    activity = await house.startActivity({
      in: 5,
      headCount: 4,
      servedParty: { kind: "definite", description: "文化广场周边住户" },
    });
    await house.putShifts([
      { who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") },
      { who: "coverA2", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") },
    ]);
    await house.addServed(activity, CLIENTS);
    await house.signUp(activity, "partyA1", "partyA2", "freeA1");
    await house.askLeave(activity, "partyA3");
    await house.decideLeave(activity, "partyA3", { by: "secretaryA", approve: true });
  });

  it("offers the shift of somebody who serves to a party member of the same post who is off", async () => {
    await house.advanceTo(activity.at("18:30", -2));

    expect(await house.stagesOf(activity)).toEqual({ status: "covering", Recruit: "deadline" });
    expect(await house.coversOf(activity)).toEqual([{ for: "partyA1", status: "offered", by: "coverA1" }]);
    expect(await house.dutyCounts(activity)).toEqual({
      attending: 2,
      onLeave: 1,
      released: 0,
      undecided: 1,
      present: 0,
      unexcused: 0,
    });
  });

  it("counts as served who checked in, and as absent who never answered", async () => {
    await house.acceptCover(activity, "coverA1");
    await house.confirmCover(activity, "coverA1");
    await house.advanceTo(activity.at("08:30"));
    await house.checkIn(activity, "partyA1", "partyA2", "freeA1");
    await house.advanceTo(activity.at("12:00"));
    await house.checkOut(activity, "partyA1");
    await house.advanceTo(activity.at("13:00"));
    await house.checkOut(activity, "freeA1");
    const [session] = activity.sessions;
    const stated = `/activities/${activity.id}/sessions/${session?.id}/attendance/${house.idOf("partyA2")}/half-days`;
    await house.as("organizer").put(stated, { halfDays: 0 });
    await house.advanceTo(activity.at("14:01"));

    expect(await house.stagesOf(activity)).toMatchObject({ status: "archiving", Execute: "deadline" });
    expect(await house.attendanceOf(activity)).toEqual({
      freeA1: "present",
      partyA1: "present",
      partyA2: "present",
      partyA4: "unexcused",
    });
    expect(await house.dutyCounts(activity)).toEqual({
      attending: 0,
      onLeave: 1,
      released: 0,
      undecided: 0,
      present: 2,
      unexcused: 1,
    });
  });

  it("posts what attendances, workdays, the grade and the cover are worth", async () => {
    await house.fileArchive(activity);
    for (const [index, mobile] of CLIENTS.entries())
      expect(await house.answerSurvey(await house.linkOf(mobile), index === 0 ? 4 : 5)).toBe(200);
    await house.advanceTo(activity.at("18:00", 15));

    expect(await house.pathOf(activity)).toEqual(WHOLE);
    expect(await house.executionOf(activity)).toBe("SUCCEEDED");
    expect(await house.stagesOf(activity)).toEqual({
      status: "done",
      Recruit: "deadline",
      Cover: "deadline",
      Execute: "deadline",
      Archive: "filed",
      Survey: "deadline",
      Award: "posted",
    });
    // m = (10 x 4.0 + 24) / 15 = 4.27: good, 0.20. An attendance is 1.00, a half workday 0.25, a cover 0.50.
    expect(await house.pointsOf(activity)).toEqual({
      partyA1: "1.45",
      partyA2: "1.20",
      freeA1: "1.70",
      "coverA1 cover": "0.50",
    });
  });

  it("tells each person what concerns them, in order", async () => {
    expect(await house.told(activity, "partyA1")).toEqual([
      "recruit.duty",
      "participation.placed",
      "cover.arranged",
      "activity.startsSoon",
      "happiness.ask",
      "points.posted",
    ]);
    expect(await house.told(activity, "partyA3")).toEqual(["leave.approved", "recruit.duty"]);
    expect(await house.told(activity, "partyA4")).toEqual([
      "recruit.duty",
      "recruit.undecidedReminder",
      "recruit.undecided",
      "absence.recorded",
    ]);
    expect(await house.told(activity, "coverA1")).toEqual(["cover.offered", "cover.confirmed", "points.coverPosted"]);
    expect(house.faults).toEqual([]);
  });
});

describe("an alliance activity in which nobody who serves has a shift", () => {
  let activity: Started;
  beforeEach(async () => {
    activity = await house.startActivity({ in: 4 });
  });

  it("passes covers at once and is done when its record is filed", async () => {
    await house.signUp(activity, "partyA1", "partyA2");
    await house.advanceTo(activity.at("18:01", -2));

    expect(await house.stagesOf(activity)).toEqual({ status: "executing", Recruit: "deadline", Cover: "notNeeded" });

    await house.advanceTo(activity.at("14:01"));
    await house.fileArchive(activity);

    expect(await house.pathOf(activity)).toEqual(WHOLE);
    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "skipped" });
    expect(await house.pointsOf(activity)).toEqual({});
  });
});

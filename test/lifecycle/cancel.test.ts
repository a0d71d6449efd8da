import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

const CLIENT = "13900000001";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

/** An activity with a place for two, a leave, and a shift that collides. */
async function started(): Promise<Started> {
  const activity = await house.startActivity({
    in: 4,
    servedParty: { kind: "definite", description: "文化广场周边住户" },
  });
  await house.putShifts([{ who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
  await house.addServed(activity, [CLIENT]);
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.askLeave(activity, "partyA4");
  await house.decideLeave(activity, "partyA4", { by: "secretaryA", approve: true });
  return activity;
}

async function covered(): Promise<Started> {
  const activity = await started();
  await house.advanceTo(activity.at("18:01", -2));
  await house.acceptCover(activity, "coverA1");
  return activity;
}

async function served(): Promise<Started> {
  const activity = await covered();
  await house.confirmCover(activity, "coverA1");
  await house.advanceTo(activity.at("08:30"));
  await house.checkIn(activity, "partyA1");
  await house.advanceTo(activity.at("14:01"));
  return activity;
}

/** What every cancelled activity keeps of its recruiting, and that its execution has ended. */
async function expectKept(activity: Started, stage: string) {
  expect(await house.lifecycleOf(activity)).toMatchObject({
    status: "cancelled",
    cancelledIn: stage,
    cancellation: { kind: "requested", by: house.idOf("organizer"), reason: "场地不可用" },
  });
  expect(await house.executionOf(activity)).toBe("SUCCEEDED");
  expect(await house.placesOf(activity)).toEqual({ freeA1: "placed", partyA1: "placed", partyA2: "placed" });
  expect(await house.leavesOf(activity)).toEqual({ partyA4: "approved by secretaryA" });
  expect(await house.told(activity, "partyA1")).toContain("activity.cancelled");
  expect(await house.told(activity, "freeA1")).toContain("activity.cancelled");
  expect(await house.told(activity, "partyA4")).not.toContain("activity.cancelled");
  await expect(house.cancel(activity)).rejects.toMatchObject({ code: "lifecycle.cancelled" });
  expect(house.faults).toEqual([]);
}

it("cancels a plan that waits for the alliance", async () => {
  const activity = await house.startActivity({
    in: 6,
    by: "freeA1",
    origin: "self",
    proposal: { plan: "走访独居老人", wishes: { guidance: true } } as never,
  });
  await house.cancel(activity, "freeA1");

  expect(await house.pathOf(activity)).toEqual(["Begin", "Propose", "Cancelled"]);
  expect(await house.lifecycleOf(activity)).toMatchObject({ status: "cancelled", cancelledIn: "Propose" });
  expect(await house.as("freeA1").get(`/activities/${activity.id}/proposal`)).toMatchObject({ state: "submitted" });
  await expect(house.approve(activity)).rejects.toMatchObject({ code: "lifecycle.cancelled" });
});

it("cancels while people are recruited, and lets nobody in any more", async () => {
  const activity = await started();
  await house.cancel(activity);

  expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cancelled"]);
  await expectKept(activity, "Recruit");
  await expect(house.signUp(activity, "freeA2")).rejects.toMatchObject({ code: "lifecycle.cancelled" });
  await expect(house.askLeave(activity, "partyA3")).rejects.toMatchObject({ code: "lifecycle.cancelled" });
});

it("frees those who are covered when it is cancelled among covers", async () => {
  const activity = await covered();
  await house.cancel(activity);

  expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Cancelled"]);
  await expectKept(activity, "Cover");
  expect(await house.coversOf(activity)).toEqual([
    { for: "partyA1", status: "void", reason: "activityCancelled", former: "coverA1" },
  ]);
  expect(await house.told(activity, "coverA1")).toEqual(["cover.offered", "cover.withdrawn"]);
});

it("ends confirmed covers and check-ins when it is cancelled before the start", async () => {
  const activity = await covered();
  await house.confirmCover(activity, "coverA1");
  await house.advanceTo(activity.at("08:30"));
  await house.cancel(activity);

  expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Execute", "Cancelled"]);
  await expectKept(activity, "Execute");
  expect(await house.coversOf(activity)).toMatchObject([{ status: "void", former: "coverA1" }]);
  await expect(house.checkIn(activity, "partyA1")).rejects.toMatchObject({ code: "lifecycle.cancelled" });
});

it("keeps attendances and absences when it is cancelled before its record is filed", async () => {
  const activity = await served();
  await house.writeSummary(activity, "organizer");
  await house.cancel(activity);

  expect((await house.pathOf(activity)).slice(-2)).toEqual(["Archive", "Cancelled"]);
  await expectKept(activity, "Archive");
  expect(await house.attendanceOf(activity)).toEqual({
    partyA1: "present",
    partyA3: "unexcused",
    partyA2: "unexcused",
  });
  expect(await house.archiveOf(activity)).toMatchObject({ status: "draft" });
  await expect(house.submitArchive(activity)).rejects.toMatchObject({ code: "lifecycle.cancelled" });
});

it("kills the links of clients when it is cancelled during the survey, and posts nothing", async () => {
  const activity = await served();
  await house.fileArchive(activity);
  const link = await house.linkOf(CLIENT);
  expect(await house.lifecycleOf(activity)).toMatchObject({ status: "surveying" });
  await house.cancel(activity);

  expect((await house.pathOf(activity)).slice(-2)).toEqual(["Survey", "Cancelled"]);
  await expectKept(activity, "Survey");
  expect(await house.answerSurvey(link, 5)).toBe(404);
  expect(await house.surveyOf(activity)).toMatchObject({ status: "closed", counts: { issued: 1, answered: 0 } });
  expect(await house.archiveOf(activity)).toMatchObject({ status: "filed" });
  await house.advanceTo(house.day(40, "12:00"));
  expect(await house.pointsOf(activity)).toEqual({});
});

it("cannot be cancelled once points are posted", async () => {
  const activity = await served();
  await house.fileArchive(activity);
  await house.closeSurvey(activity);

  await expect(house.cancel(activity)).rejects.toMatchObject({ status: 409, code: "lifecycle.award_begun" });
  expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "closedEarly" });
  expect(await house.pointsOf(activity)).toEqual({ partyA1: "1.25", "coverA1 cover": "0.50" });
});

it("is cancelled by its organizer or the alliance, and by nobody else", async () => {
  const activity = await house.startActivity({ in: 4 });

  for (const who of ["partyA1", "secretaryA", "auditor", "admin"] as const)
    await expect(house.cancel(activity, who)).rejects.toMatchObject({ status: 403 });
  await house.cancel(activity, "alliance");
  expect(await house.stagesOf(activity)).toEqual({ status: "cancelled" });
});

it("leaves requests for leave undecided: nobody is told the outcome of what is not held", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.askLeave(activity, "partyA3");
  await house.cancel(activity);

  await expect(house.decideLeave(activity, "partyA3", { by: "secretaryA", approve: true })).rejects.toMatchObject({
    code: "leave.activity_cancelled",
  });
  expect(await house.told(activity, "partyA3")).not.toContain("leave.approved");
});

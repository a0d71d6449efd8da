import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

describe("four people of one branch who ask for leave", () => {
  let activity: Started;

  it("is refused with a reason, and asked again with evidence only", async () => {
    activity = await house.startActivity({ in: 5 });
    await house.signUp(activity, "partyA2", "freeA1");
    await house.askLeave(activity, "partyA1");
    await house.decideLeave(activity, "partyA1", { by: "secretaryA", approve: false });

    expect(await house.leavesOf(activity)).toEqual({ partyA1: "refused by secretaryA" });
    expect(await house.told(activity, "secretaryA")).toEqual(["leave.requested"]);
    expect(await house.told(activity, "partyA1")).toContain("leave.refused");
    expect(await house.dutyCounts(activity)).toMatchObject({ onLeave: 0, undecided: 3, attending: 1 });
    await expect(house.askLeave(activity, "partyA1")).rejects.toMatchObject({ code: "leave.evidence_needed" });
  });

  it("is decided by the secretary of the branch and nobody else there", async () => {
    await house.askLeave(activity, "partyA2", { note: "客户割接" });
    await house.askLeave(activity, "partyA3");

    for (const by of ["secretaryB", "organizer", "partyA1", "partyA2"] as const)
      await expect(house.decideLeave(activity, "partyA2", { by, approve: true })).rejects.toMatchObject({
        status: 403,
      });
    expect(await house.placesOf(activity)).toMatchObject({ partyA2: "placed" });
  });

  it("goes to the alliance what the branch left undecided, and covers wait for that", async () => {
    await house.advanceTo(activity.at("18:01", -2));

    expect(await house.stagesOf(activity)).toEqual({ status: "covering", Recruit: "deadline" });
    expect(await house.leavesOf(activity)).toMatchObject({ partyA2: "escalated", partyA3: "escalated" });
    expect(await house.told(activity, "alliance")).toEqual(["leave.escalated", "leave.escalated"]);
    expect(await house.told(activity, "partyA2")).toContain("leave.passedOn");
    await expect(house.decideLeave(activity, "partyA2", { by: "secretaryA", approve: true })).rejects.toMatchObject({
      code: "leave.escalated",
    });
  });

  it("frees the place when the alliance approves", async () => {
    await house.decideLeave(activity, "partyA2", { by: "alliance", approve: true });

    expect(await house.leavesOf(activity)).toMatchObject({ partyA2: "approved by alliance" });
    expect(await house.placesOf(activity)).toEqual({ freeA1: "placed", partyA2: "withdrawn" });
    expect(await house.told(activity, "partyA2")).toContain("leave.approved");
  });

  it("takes evidence after recruiting, and passes late leave on when the stage ends", async () => {
    await expect(house.askLeave(activity, "partyA4")).rejects.toMatchObject({
      status: 400,
      code: "leave.evidence_needed",
    });
    await house.askLeave(activity, "partyA4", { reason: "illness", evidence: "病假条 0912" });
    expect(await house.leavesOf(activity)).toMatchObject({ partyA4: "requested" });
    await house.advanceTo(activity.at("21:01", -1));

    expect(await house.stagesOf(activity)).toMatchObject({ status: "executing", Cover: "deadline" });
    expect(await house.leavesOf(activity)).toMatchObject({ partyA3: "escalated", partyA4: "escalated" });
  });

  it("is approved when nobody had decided by the start, and excuses; a refusal does not", async () => {
    await house.advanceTo(activity.at("09:00"));
    await expect(house.decideLeave(activity, "partyA3", { by: "alliance", approve: false })).rejects.toMatchObject({
      code: "leave.too_late",
    });
    await house.advanceTo(activity.at("14:01"));

    expect(await house.leavesOf(activity)).toEqual({
      partyA1: "refused by secretaryA",
      partyA2: "approved by alliance",
      partyA3: "approved by system",
      partyA4: "approved by system",
    });
    expect(await house.attendanceOf(activity)).toEqual({ partyA1: "unexcused" });
    expect(await house.dutyCounts(activity)).toEqual({
      attending: 0,
      onLeave: 3,
      released: 0,
      undecided: 0,
      present: 0,
      unexcused: 1,
    });
    expect(house.faults).toEqual([]);
  });
});

describe("leave", () => {
  it("is for the duty list: others withdraw", async () => {
    const activity = await house.startActivity({ in: 4 });

    await expect(house.askLeave(activity, "freeA1")).rejects.toMatchObject({ code: "leave.not_on_duty" });
    await expect(house.askLeave(activity, "partyB1")).rejects.toMatchObject({ code: "leave.not_on_duty" });
    await house.cancel(activity);
  });

  it("goes straight to the alliance once covers are settled, and may be approved before the start", async () => {
    const activity = await house.startActivity({ in: 4 });
    await house.signUp(activity, "partyA1");
    await house.advanceTo(activity.at("08:00"));
    await house.askLeave(activity, "partyA1", { reason: "family", evidence: "住院通知" });

    expect(await house.leavesOf(activity)).toEqual({ partyA1: "escalated" });
    expect(await house.told(activity, "alliance")).toEqual(["leave.forAlliance"]);

    await house.decideLeave(activity, "partyA1", { by: "alliance", approve: true });

    expect(await house.placesOf(activity)).toEqual({ partyA1: "withdrawn" });
    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
  });

  it("frees a place too when nobody had decided by the start", async () => {
    const activity = await house.startActivity({ in: 4 });
    await house.signUp(activity, "partyA1", "partyA2");
    await house.advanceTo(activity.at("08:00"));
    await house.askLeave(activity, "partyA1", { reason: "family", evidence: "住院通知" });
    await house.advanceTo(activity.at("14:01"));

    expect(await house.leavesOf(activity)).toEqual({ partyA1: "approved by system" });
    expect(await house.placesOf(activity)).toEqual({ partyA1: "withdrawn", partyA2: "placed" });
    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Execute", "Archive"]);
  });

  it("is taken back until the start, and the duty stands again", async () => {
    const activity = await house.startActivity({ in: 4 });
    await house.askLeave(activity, "partyA1");
    await house.decideLeave(activity, "partyA1", { by: "secretaryA", approve: true });
    await house.as("partyA1").delete(`/activities/${activity.id}/leaves/me`);

    expect(await house.leavesOf(activity)).toEqual({ partyA1: "withdrawn" });
    expect(await house.dutyCounts(activity)).toMatchObject({ onLeave: 0, undecided: 4 });
    await house.signUp(activity, "partyA1");
    expect(await house.placesOf(activity)).toEqual({ partyA1: "placed" });
  });
});

import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

describe("at the end of recruiting", () => {
  it("cancels by itself when too few people have a place, and tells them", async () => {
    const activity = await house.startActivity({ in: 4, minimumPeople: 3 });
    await house.signUp(activity, "partyA1", "freeA1");
    await house.advanceTo(activity.at("18:01", -2));

    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Cancelled"]);
    expect(await house.lifecycleOf(activity)).toMatchObject({
      status: "cancelled",
      cancelledIn: "Cover",
      cancellation: { kind: "tooFewPeople", by: "system", reason: "2 people, at least 3 are needed" },
    });
    expect(await house.told(activity, "freeA1")).toEqual(["activity.cancelledTooFew"]);
    expect(await house.told(activity, "partyA1")).toEqual(["recruit.duty", "activity.cancelledTooFew"]);
    expect(await house.coversOf(activity)).toEqual([]);
  });

  it("goes on with exactly the minimum", async () => {
    const activity = await house.startActivity({ in: 4, minimumPeople: 2 });
    await house.signUp(activity, "partyA1", "freeA1");
    await house.advanceTo(activity.at("18:01", -2));

    expect(await house.stagesOf(activity)).toEqual({ status: "executing", Recruit: "deadline", Cover: "notNeeded" });
    expect(await house.told(activity, "freeA1")).toEqual(["participation.placed"]);
  });

  it("counts people, not the places that one person holds", async () => {
    const day = (time: string) => house.day(6, time);
    const session = (startsAt: string, endsAt: string) => ({
      startsAt,
      endsAt,
      positions: [{ name: "服务员", headCount: 2 }],
    });
    const activity = await house.startActivity({
      in: 6,
      minimumPeople: 2,
      sessions: [session(day("09:00"), day("11:00")), session(day("14:00"), day("16:00"))],
    });
    for (const { positionIds } of activity.sessions)
      await house.as("freeA1").post(`/activities/${activity.id}/sign-ups`, {
        positionId: positionIds[0],
        consent: true,
        acceptsRisks: true,
      });
    await house.advanceTo(activity.at("18:01", -2));

    expect(await house.lifecycleOf(activity)).toMatchObject({ cancellation: { kind: "tooFewPeople" } });
  });
});

describe("an organizer who has enough people", () => {
  it("closes recruiting and covers early, each once", async () => {
    const activity = await house.startActivity({ in: 5 });
    await house.putShifts([{ who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
    await house.signUp(activity, "partyA1");
    await expect(house.closeEarly(activity, "Cover")).rejects.toMatchObject({ code: "lifecycle.stage_not_open" });
    await house.closeEarly(activity, "Recruit");

    expect(await house.stagesOf(activity)).toEqual({ status: "covering", Recruit: "closedEarly" });
    expect(await house.coversOf(activity)).toMatchObject([{ for: "partyA1", status: "offered" }]);
    await expect(house.closeEarly(activity, "Recruit")).rejects.toMatchObject({ code: "lifecycle.stage_closed" });
    await expect(house.signUp(activity, "freeA1")).rejects.toMatchObject({ code: "lifecycle.stage_closed" });

    await house.closeEarly(activity, "Cover");

    expect(await house.stagesOf(activity)).toEqual({
      status: "executing",
      Recruit: "closedEarly",
      Cover: "closedEarly",
    });
    expect(await house.coversOf(activity)).toMatchObject([{ status: "unfilled", reason: "deadline" }]);
    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
  });

  it("cannot close the service before it is over, and then it is the record's turn", async () => {
    const activity = await house.startActivity({ in: 4 });
    await house.signUp(activity, "freeA1");
    await house.advanceTo(activity.at("11:59"));
    await expect(house.closeEarly(activity, "Execute")).rejects.toMatchObject({ code: "lifecycle.service_not_over" });
    await house.advanceTo(activity.at("12:00"));
    await house.closeEarly(activity, "Execute");

    expect(await house.stagesOf(activity)).toMatchObject({ status: "archiving", Execute: "closedEarly" });
    await expect(house.closeEarly(activity, "Archive")).rejects.toMatchObject({ code: "lifecycle.not_by_closing" });
  });
});

describe("an organizer who has too few people", () => {
  let activity: Started;

  it("gives recruiting more time, and the reminder moves with it", async () => {
    activity = await house.startActivity({ in: 8, recruitUntil: house.day(4, "18:00") });
    await house.extend(activity, "Recruit", activity.at("18:00", -2));
    await house.advanceTo(activity.at("17:00", -3));

    expect(await house.told(activity, "partyA1")).toEqual(["recruit.duty"]);
    await house.signUp(activity, "freeA1");
    await house.advanceTo(activity.at("18:01", -3));

    expect(await house.told(activity, "partyA1")).toEqual(["recruit.duty", "recruit.undecidedReminder"]);
    expect(await house.stagesOf(activity)).toEqual({ status: "recruiting" });
  });

  it("ends at the new deadline, in one more visit of the stage", async () => {
    await house.advanceTo(activity.at("18:01", -2));

    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Recruit", "Cover", "Execute"]);
    expect(await house.lifecycleOf(activity)).toMatchObject({
      outcomes: { Recruit: { kind: "deadline", at: activity.at("18:00", -2) } },
    });
  });

  it("keeps the order of the stages", async () => {
    const other = await house.startActivity({ in: 9 });

    await expect(house.extend(other, "Recruit", other.at("22:00", -1))).rejects.toMatchObject({
      code: "lifecycle.plan_order",
    });
    await expect(house.extend(other, "Recruit", other.at("18:00", -3))).rejects.toMatchObject({
      code: "lifecycle.not_later",
    });
    expect(house.faults).toEqual([]);
  });
});

import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const callRoll = (activity: Started, lines: { who: Who; state: string; why?: string }[]) =>
  house.as("organizer").post(`/activities/${activity.id}/sessions/${activity.sessions[0]?.id}/roll-call`, {
    lines: lines.map(({ who, ...line }) => ({ memberId: house.idOf(who), ...line })),
  });

describe("an absence without leave", () => {
  let activity: Started;

  it("is put down by the leader or at the end of the stage, and told", async () => {
    activity = await house.startActivity({ in: 4 });
    await house.signUp(activity, "partyA1", "partyA2", "freeA1");
    await house.advanceTo(activity.at("09:30"));
    await callRoll(activity, [
      { who: "partyA1", state: "absent", why: "联系不上" },
      { who: "partyA3", state: "present" },
      { who: "freeA1", state: "present" },
    ]);
    await house.advanceTo(activity.at("14:01"));

    expect(await house.attendanceOf(activity)).toEqual({
      freeA1: "present",
      partyA1: "unexcused",
      partyA2: "unexcused",
      partyA3: "present",
      partyA4: "unexcused",
    });
    expect(await house.dutyCounts(activity)).toMatchObject({ present: 1, unexcused: 3 });
    for (const who of ["partyA1", "partyA2", "partyA4"] as const)
      expect(await house.told(activity, who)).toContain("absence.recorded");
  });

  it("is excused when an appeal is upheld before points are posted, by somebody else", async () => {
    await house.appeal(activity, "partyA1");
    await house.appeal(activity, "partyA2");
    await expect(house.appeal(activity, "partyA2")).rejects.toMatchObject({ code: "absence.appealed" });
    await expect(house.decideAppeal(activity, "partyA1", { by: "secretaryB", upheld: true })).rejects.toMatchObject({
      status: 403,
    });
    await house.decideAppeal(activity, "partyA1", { by: "secretaryA", upheld: true });
    await house.decideAppeal(activity, "partyA2", { by: "alliance", upheld: false });

    expect(await house.attendanceOf(activity)).toMatchObject({ partyA1: "excused", partyA2: "unexcused" });
    expect(await house.dutyCounts(activity)).toMatchObject({ present: 1, onLeave: 1, unexcused: 2 });
    expect(await house.told(activity, "secretaryA")).toEqual(["absence.appealed", "absence.appealed"]);
    expect(await house.told(activity, "partyA1")).toContain("absence.appealUpheld");
    expect(await house.told(activity, "partyA2")).toContain("absence.appealRejected");
  });

  it("earns nothing, excused or not", async () => {
    await house.fileArchive(activity);

    expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.25", partyA3: "1.25" });
    expect(house.faults).toEqual([]);
  });
});

it("reminds who serves a day before, also when the service is given more time meanwhile", async () => {
  const activity = await house.startActivity({ in: 6 });
  await house.signUp(activity, "freeA1");
  await house.advanceTo(activity.at("20:00", -2));
  await house.extend(activity, "Execute", activity.at("16:00"));
  await house.advanceTo(activity.at("09:01", -1));

  expect(await house.told(activity, "freeA1")).toEqual(["participation.placed", "activity.startsSoon"]);

  await house.advanceTo(activity.at("15:00"));
  expect(await house.stagesOf(activity)).toMatchObject({ status: "executing" });

  await house.advanceTo(activity.at("16:01"));
  expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Execute", "Execute", "Archive"]);
  expect(await house.told(activity, "freeA1")).toEqual(["participation.placed", "activity.startsSoon"]);
});

it("puts down somebody later with a reason and a second person, until points are posted", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "freeA1", "freeA2");
  await house.advanceTo(activity.at("14:01"));
  const entries = `/activities/${activity.id}/sessions/${activity.sessions[0]?.id}/back-entries`;
  const entry = { memberId: house.idOf("freeA1"), halfDays: 1, reason: "签到码未显示" };
  await house.as("organizer").post(entries, entry);
  await expect(house.as("organizer").post(`${entries}/${entry.memberId}/approve`)).rejects.toMatchObject({
    status: 403,
  });
  await house.as("alliance").post(`${entries}/${entry.memberId}/approve`);
  await house.fileArchive(activity);

  expect(await house.attendanceOf(activity)).toMatchObject({ freeA1: "present" });
  expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.25" });
  await expect(house.as("organizer").post(entries, { ...entry, memberId: house.idOf("freeA2") })).rejects.toMatchObject(
    { code: "attendance.awarded" },
  );
});

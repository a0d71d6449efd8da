import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

interface Shown {
  sessions: { id: string; signUpUntil?: string; positions: { id: string }[] }[];
}
const add = (activity: Started, [startsAt, endsAt]: [string, string], over: object = {}) =>
  house.as("organizer").post<Shown>(`/activities/${activity.id}/sessions`, {
    startsAt,
    endsAt,
    positions: [{ name: "服务员", headCount: 1 }],
    reason: "居民要求加一场",
    ...over,
  });
const signUpFor = (activity: Started, positionId: string | undefined, who: Who) =>
  house.as(who).post<{ state: string; provisional: boolean }>(`/activities/${activity.id}/sign-ups`, {
    positionId,
    consent: true,
    acceptsRisks: true,
  });
const widen = (activity: Started, audience: object, who: Who = "organizer") =>
  house.as(who).post(`/activities/${activity.id}/audience`, { ...audience, reason: "人手不足" });

it("adds a session while people are recruited: it is one more to sign up for, and who has not answered is told", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "freeA1");
  const { sessions } = await add(activity, [activity.at("14:00"), activity.at("17:00")]);

  expect(sessions).toHaveLength(2);
  expect(sessions[1]?.signUpUntil).toBeUndefined();
  expect(await house.told(activity, "partyA1")).toContain("activity.sessionAdded");
  expect(await house.told(activity, "freeA1")).not.toContain("activity.sessionAdded");
  await signUpFor(activity, sessions[1]?.positions[0]?.id, "freeA1");
  await expect(add(activity, [activity.at("14:00", -3), activity.at("17:00", -3)])).rejects.toMatchObject({
    code: "lifecycle.plan_order",
  });
  await house.cancel(activity);
});

it("gives one that is added after the first began a time to sign up of its own, and gives out its places then", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "partyA1", "freeA1");
  await house.advanceTo(activity.at("09:30"));
  await house.checkIn(activity, "partyA1", "freeA1");
  const { sessions } = await add(activity, [activity.at("09:00", 4), activity.at("12:00", 4)]);
  const late = sessions[1];
  expect(late?.signUpUntil).toBe(activity.at("09:00", 3));
  const positionId = late?.positions[0]?.id;

  expect(await signUpFor(activity, positionId, "freeA2")).toMatchObject({ state: "placed", provisional: true });
  expect(await signUpFor(activity, positionId, "freeA1")).toMatchObject({ state: "waiting" });
  await expect(signUpFor(activity, activity.sessions[0]?.positionIds[0], "freeA2")).rejects.toMatchObject({
    code: "lifecycle.stage_closed",
  });
  await house.advanceTo(activity.at("09:01", 3));
  expect(await house.told(activity, "freeA2")).toContain("participation.placed");
  expect(await house.told(activity, "freeA1")).toContain("participation.waiting");
  await expect(signUpFor(activity, positionId, "coverA1")).rejects.toMatchObject({ code: "lifecycle.stage_closed" });
  expect(await house.stagesOf(activity)).toMatchObject({ status: "executing" });
  await house.advanceTo(activity.at("14:01", 4));
  expect(await house.stagesOf(activity)).toMatchObject({ status: "archiving" });
  expect(await house.attendanceOf(activity)).toMatchObject({ partyA1: "present", partyA2: "unexcused" });
  await expect(add(activity, [activity.at("09:00", 8), activity.at("12:00", 8)])).rejects.toMatchObject({
    code: "activity.service_over",
  });
  expect(house.faults).toEqual([]);
});

it("lets people withdraw from it as they like until its own time to sign up ends, and with a reason after that", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.advanceTo(activity.at("19:00", -2));
  const { sessions } = await add(activity, [activity.at("09:00", 4), activity.at("12:00", 4)]);
  const [late] = sessions.slice(-1);
  const positionId = late?.positions[0]?.id;
  const meansOf = async (who: Who) => {
    const { ways } = await house.as(who).get<{ ways: { means: string }[] }>(`/me/cannot/${activity.id}`);
    return ways.map(({ means }) => means);
  };
  const withdraw = (who: Who) => house.as(who).delete(`/activities/${activity.id}/sign-ups/${late?.id}`);
  await signUpFor(activity, positionId, "freeA2");
  await signUpFor(activity, positionId, "freeA1");

  expect(await meansOf("freeA2")).toEqual(["withdraw"]);
  await withdraw("freeA2");
  expect(await house.told(activity, "organizer")).not.toContain("participation.withdrawn");

  await house.advanceTo(activity.at("09:01", 3));
  expect(await meansOf("freeA1")).toEqual(["withdrawLate"]);
  await expect(withdraw("freeA1")).rejects.toMatchObject({ code: "participation.reason_needed" });
  await house.cancel(activity);
});

it("refuses a time to sign up that is over or ends after the start", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.advanceTo(activity.at("18:01", -2));
  const times: [string, string] = [activity.at("09:00", 2), activity.at("12:00", 2)];

  for (const signUpUntil of [activity.at("09:00", 2), activity.at("08:00", -3)])
    await expect(add(activity, times, { signUpUntil })).rejects.toMatchObject({ code: "activity.sign_up_order" });
  await expect(add(activity, [activity.at("09:00", -3), activity.at("12:00", -3)])).rejects.toMatchObject({
    code: "activity.start_past",
  });
  await house.cancel(activity);
});

it("means an activity for more people: those who are added are invited and not obliged; it never narrows", async () => {
  const activity = await house.startActivity({ in: 4 });
  const { audience } = await house
    .as("organizer")
    .get<{ audience: { branchIds: string[]; teamIds: string[] } }>(`/activities/${activity.id}`);
  await expect(widen(activity, { branchIds: [house.unitId("二支部")], teamIds: [] })).rejects.toMatchObject({
    code: "activity.audience_narrowed",
  });
  await expect(widen(activity, audience, "partyA1")).rejects.toMatchObject({ status: 403 });
  await widen(activity, { ...audience, branchIds: [...audience.branchIds, house.unitId("二支部")] });

  expect(await house.told(activity, "partyB1")).toEqual(["recruit.invited"]);
  expect(await house.told(activity, "freeA1")).not.toContain("recruit.invited");
  await house.signUp(activity, "partyB1");
  expect((await house.dutyCounts(activity)).attending).toBe(0);
  await house.advanceTo(activity.at("18:01", -2));
  await expect(widen(activity, { branchIds: [], teamIds: [] })).rejects.toMatchObject({
    code: "activity.audience_closed",
  });
  expect(house.faults).toEqual([]);
  await house.cancel(activity);
});

it("tells who waits in another session of the one that is added, and whoever has a place nothing", async () => {
  const activity = await house.startActivity({ in: 4, headCount: 1 });
  await house.signUp(activity, "freeA1", "freeA2");
  await add(activity, [activity.at("14:00"), activity.at("17:00")]);

  expect(await house.told(activity, "freeA2")).toContain("activity.sessionAdded");
  expect(await house.told(activity, "freeA1")).not.toContain("activity.sessionAdded");
  await house.cancel(activity);
});

import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const post = (name: string, headCount = 3) => ({ name, headCount, requiredSkills: [] });
/** Two sessions: in four days, and in six. */
const twoSessions = (headCount = 3) =>
  house.startActivity({
    in: 4,
    sessions: [4, 6].map((days) => ({
      startsAt: house.day(days, "09:00"),
      endsAt: house.day(days, "12:00"),
      positions: [post("服务员", headCount)],
    })),
  });
const signUpFor = (activity: Started, index: number, ...people: Who[]) =>
  Promise.all(
    people.map((who) =>
      house.as(who).post(`/activities/${activity.id}/sign-ups`, {
        positionId: activity.sessions[index]?.positionIds[0],
        consent: true,
        acceptsRisks: true,
      }),
    ),
  );
const revise = (activity: Started, said: object, who: Who = "organizer") =>
  house.as(who).patch<{ version: number }>(`/activities/${activity.id}`, said);
const cancelSession = (activity: Started, index: number) =>
  house
    .as("organizer")
    .post(`/activities/${activity.id}/sessions/${activity.sessions[index]?.id}/cancel`, { reason: "暴雨" });
const changeHeadCount = (activity: Started, headCount: number, losing: readonly Who[] = []) =>
  house
    .as("organizer")
    .post(`/activities/${activity.id}/positions/${activity.sessions[0]?.positionIds[0]}/head-count`, {
      headCount,
      losing: losing.map((who) => house.idOf(who)),
      reason: "场地变小",
    });
const accept = (activity: Started, who: Who) =>
  house.as(who).post(`/activities/${activity.id}/offers/${activity.sessions[0]?.id}/accept`);
const bodiesOf = async (activity: Started, who: Who, template: string) => {
  const { items } = await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 100 });
  return items.filter((one) => one.activityId === activity.id && one.template === template).map(({ body }) => body);
};
const noticesOf = async (activity: Started, language = "zh-CN") =>
  (
    await house
      .as("freeA1")
      .get<{ items: { title: string; paragraphs: string[]; changes: string[] }[] }>(
        `/activities/${activity.id}/announcements?language=${language}`,
      )
  ).items;

it("tells a new place to all who serve and to who has not answered, once, and reminds of it later", async () => {
  const activity = await twoSessions();
  await signUpFor(activity, 0, "freeA1");
  await revise(activity, { place: "东风广场" });

  for (const who of ["freeA1", "partyA1"] as const)
    expect((await house.told(activity, who)).filter((one) => one === "activity.revised")).toHaveLength(1);
  expect(await house.told(activity, "freeA2")).not.toContain("activity.revised");
  expect((await bodiesOf(activity, "freeA1", "activity.revised"))[0]).toContain("东风广场");
  await house.advanceTo(activity.at("18:01", -2));
  await revise(activity, { title: "改名的活动", place: "西门" });
  await house.advanceTo(activity.at("09:01", -1));
  const [reminder] = await bodiesOf(activity, "freeA1", "activity.startsSoon");

  expect(reminder).toContain("改名的活动");
  expect(reminder).toContain("西门");
  expect(house.faults).toEqual([]);
  await house.cancel(activity);
});

it("revises the notice and says what changed when, in both languages; a cancelled one invites nobody", async () => {
  const activity = await twoSessions();
  await revise(activity, { place: "东风广场", contact: { name: "王敏", phone: "0523-8000" } });
  await house.cancel(activity);
  const [last, revised, first] = await noticesOf(activity);

  expect(first?.changes).toEqual([]);
  expect(revised?.changes).toEqual([expect.stringContaining("东风广场"), "联系人有改动"]);
  expect(revised?.paragraphs).toContain("联系人：王敏 0523-8000");
  expect(last).toMatchObject({ title: expect.stringMatching(/^活动已取消/), changes: ["活动取消：场地不可用"] });
  expect((await noticesOf(activity, "en"))[1]?.changes[1]).toBe("The contact changed");
});

it("asks for consent anew when the risks change, and refuses an edit of an older version", async () => {
  const activity = await twoSessions();
  await signUpFor(activity, 0, "freeA1");
  const { version } = await revise(activity, { risks: "水边路滑，请穿防滑鞋" });

  expect(await house.told(activity, "freeA1")).toContain("activity.risksChanged");
  await expect(revise(activity, { title: "旧稿", version: version - 1 })).rejects.toMatchObject({
    status: 409,
    code: "edit.changed",
  });
  await expect(revise(activity, { minimumPeople: 5000 })).rejects.toMatchObject({ code: "activity.minimum_too_high" });
  await expect(revise(activity, { title: "不该改" }, "partyA1")).rejects.toMatchObject({ status: 403 });
  await house.cancel(activity);
});

it("cancels one session after the other began: its people are told, nobody is absent from it, the rest goes on", async () => {
  const activity = await twoSessions();
  await signUpFor(activity, 0, "freeA1", "partyA1");
  await signUpFor(activity, 1, "freeA2", "partyA2");
  await house.advanceTo(activity.at("09:30"));
  await house.checkIn(activity, "freeA1", "partyA1");
  await cancelSession(activity, 1);

  for (const who of ["freeA2", "partyA2"] as const)
    expect((await house.told(activity, who)).filter((one) => one === "activity.sessionCancelled")).toHaveLength(1);
  expect(await house.told(activity, "freeA1")).not.toContain("activity.sessionCancelled");
  expect(await house.told(activity, "partyA3")).toContain("activity.sessionCancelledOpen");
  await expect(cancelSession(activity, 1)).rejects.toMatchObject({ code: "activity.session_cancelled" });
  await expect(cancelSession(activity, 0)).rejects.toMatchObject({ code: "activity.session_begun" });
  await house.advanceTo(activity.at("14:01"));
  expect(await house.stagesOf(activity)).toMatchObject({ status: "archiving" });
  expect(await house.attendanceOf(activity)).toMatchObject({ freeA1: "present", partyA1: "present" });
  expect(await house.attendanceOf(activity)).not.toHaveProperty("partyA2");
  expect(await house.told(activity, "freeA2")).not.toContain("activity.startsSoon");
  expect(house.faults).toEqual([]);
});

it("refuses to cancel the last session that is held", async () => {
  const activity = await twoSessions();
  await cancelSession(activity, 0);

  await expect(cancelSession(activity, 1)).rejects.toMatchObject({ code: "activity.last_session" });
  await expect(signUpFor(activity, 0, "freeA1")).rejects.toMatchObject({ code: "participation.session_cancelled" });
  await house.cancel(activity);
});

it("moves a session after the other began, and tells only who is in it", async () => {
  const activity = await twoSessions();
  await signUpFor(activity, 0, "freeA1");
  await signUpFor(activity, 1, "freeA2");
  await house.advanceTo(activity.at("09:30"));
  const move = (index: number, days: number) =>
    house.as("organizer").post(`/activities/${activity.id}/reschedule`, {
      sessions: [
        { id: activity.sessions[index]?.id, startsAt: activity.at("14:00", days), endsAt: activity.at("17:00", days) },
      ],
      reason: "场地被占",
    });
  await move(1, 2);

  expect(await house.told(activity, "freeA2")).toContain("activity.sessionMoved");
  expect(await house.told(activity, "freeA1")).not.toContain("activity.sessionMoved");
  await expect(move(0, 3)).rejects.toMatchObject({ code: "activity.session_begun" });
  await house.cancel(activity);
});

it("offers a place to those who wait in the same act when there are more places", async () => {
  const activity = await twoSessions(1);
  await signUpFor(activity, 0, "freeA1");
  await signUpFor(activity, 0, "freeA2");
  await house.advanceTo(activity.at("18:01", -2));
  await changeHeadCount(activity, 2);

  expect(await house.placesOf(activity)).toMatchObject({ freeA1: "placed", freeA2: "offered" });
  expect((await house.told(activity, "freeA2")).filter((one) => one === "participation.offered")).toHaveLength(1);
  await accept(activity, "freeA2");
  expect(await house.placesOf(activity)).toMatchObject({ freeA1: "placed", freeA2: "placed" });
  await house.cancel(activity);
});

it("asks who loses a place when there are fewer; they are told and come first when one is free", async () => {
  const activity = await twoSessions(3);
  await signUpFor(activity, 0, "freeA1");
  await signUpFor(activity, 0, "freeA2");
  await signUpFor(activity, 0, "partyA1");
  await house.advanceTo(activity.at("18:01", -2));
  await expect(changeHeadCount(activity, 2)).rejects.toMatchObject({ code: "participation.choose_losers" });
  await expect(changeHeadCount(activity, 2, ["partyA2"])).rejects.toMatchObject({ code: "participation.not_placed" });
  await expect(changeHeadCount(activity, 0)).rejects.toMatchObject({ status: 400 });
  await changeHeadCount(activity, 2, ["freeA1"]);

  expect(await house.placesOf(activity)).toMatchObject({ freeA1: "waiting", freeA2: "placed", partyA1: "placed" });
  expect(await house.told(activity, "freeA1")).toContain("participation.displaced");
  await house.withdraw(activity, "freeA2", "临时出差");
  expect(await house.placesOf(activity)).toMatchObject({ freeA1: "offered", freeA2: "withdrawn" });
  expect(house.faults).toEqual([]);
  await house.cancel(activity);
});

it("tells who falls back while places are provisional", async () => {
  const activity = await twoSessions(2);
  await signUpFor(activity, 0, "freeA1");
  await signUpFor(activity, 0, "freeA2");
  await changeHeadCount(activity, 1);

  expect(await house.told(activity, "freeA1")).not.toContain("participation.fallenBack");
  expect(await house.told(activity, "freeA2")).toContain("participation.fallenBack");
  await house.cancel(activity);
});

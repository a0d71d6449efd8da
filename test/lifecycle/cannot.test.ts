import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Cannot {
  ways: { means: string; sessionId?: string; needId?: string; consequences: string[]; needs: { note: boolean } }[];
  seen: string;
  nothing?: string;
}

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const meaning = (activity: Started, who: Who) => house.as(who).get<Cannot>(`/me/cannot/${activity.id}`);
const meansOf = async (activity: Started, who: Who) => (await meaning(activity, who)).ways.map(({ means }) => means);
const say = async (activity: Started, who: Who, said: object = {}) => {
  const { seen } = await meaning(activity, who);
  return house.as(who).post<Cannot>(`/me/cannot/${activity.id}`, { seen, ...said });
};
const mayStillSay = async (activity: Started, who: Who) =>
  (await house.as(who).get<{ cannot: boolean }>(`/activities/${activity.id}/sign-ups/me`)).cannot;

describe("one act at any time", () => {
  let activity: Started;
  beforeAll(async () => {
    activity = await house.startActivity({ in: 5, headCount: 3 });
    await house.signUp(activity, "freeA1", "partyA1", "partyA2", "freeA2");
    await house.as("organizer").put(`/activities/${activity.id}/stewards/${house.idOf("secretaryA")}`, {});
  });

  it("is a free withdrawal while people are recruited, and says so first", async () => {
    const { ways } = await meaning(activity, "freeA1");

    expect(ways).toMatchObject([{ means: "withdraw", needs: { note: false } }]);
    expect(ways[0]?.consequences).toHaveLength(2);

    await say(activity, "freeA1");

    expect(await house.placesOf(activity)).toMatchObject({ freeA1: "withdrawn" });
    expect(await house.told(activity, "organizer")).not.toContain("participation.withdrew");
    await house.signUp(activity, "freeA1");
  });

  it("is a request for leave for who is on the duty list", async () => {
    expect(await meansOf(activity, "partyA1")).toEqual(["leave"]);
    await expect(say(activity, "partyA1", { note: "孩子发烧" })).rejects.toMatchObject({
      code: "leave.reason_missing",
    });
    await say(activity, "partyA1", { note: "孩子发烧", reason: "family" });

    expect(await meaning(activity, "partyA1")).toMatchObject({ ways: [], nothing: expect.any(String) });
    await house.decideLeave(activity, "partyA1", { by: "secretaryA", approve: true });
    await expect(say(activity, "partyA1")).rejects.toMatchObject({ code: "participation.nothing_to_say" });
  });

  it("takes a reason once recruiting is over, also while the activity waits for its start, and those who run it are told", async () => {
    await house.advanceTo(activity.at("18:01", -2));
    expect(await house.stagesOf(activity)).toMatchObject({ status: "executing" });
    expect(await house.placesOf(activity)).toMatchObject({ freeA1: "placed", freeA2: "placed", partyA2: "placed" });
    expect(await mayStillSay(activity, "freeA2")).toBe(true);

    await expect(say(activity, "freeA2")).rejects.toMatchObject({ code: "participation.reason_needed" });
    await say(activity, "freeA2", { note: "临时出差" });

    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "withdrawn" });
    expect(await house.told(activity, "organizer")).toContain("participation.withdrew");
    expect(await house.told(activity, "secretaryA")).toContain("participation.withdrew");
  });

  it("is late leave with evidence for who is on the duty list, and those who run it learn that it is granted", async () => {
    expect(await meansOf(activity, "partyA2")).toEqual(["lateLeave"]);
    expect(await mayStillSay(activity, "partyA2")).toBe(true);
    const plea = { reason: "illness", note: "发烧" };
    await expect(say(activity, "partyA2", plea)).rejects.toMatchObject({ code: "leave.evidence_needed" });
    await say(activity, "partyA2", { ...plea, evidence: "病假条" });
    await house.decideLeave(activity, "partyA2", { by: "alliance", approve: true });

    expect(await house.placesOf(activity)).toMatchObject({ partyA2: "withdrawn" });
    expect(await house.told(activity, "organizer")).toContain("participation.lateLeave");
  });

  it("refuses what was shown before things changed", async () => {
    await expect(
      house.as("freeA1").post(`/me/cannot/${activity.id}`, { seen: "withdraw:ses_1", note: "有事" }),
    ).rejects.toMatchObject({ code: "participation.means_changed" });
    expect(await house.placesOf(activity)).toMatchObject({ freeA1: "placed" });
  });

  it("tells those who run it once the session has begun, once, and the roll shows it; the place stays", async () => {
    await house.advanceTo(activity.at("09:10"));
    expect(await meansOf(activity, "freeA1")).toEqual(["tell"]);
    expect(await mayStillSay(activity, "freeA1")).toBe(true);
    await say(activity, "freeA1", { note: "路上堵车" });

    expect(await house.placesOf(activity)).toMatchObject({ freeA1: "placed" });
    expect(await house.told(activity, "organizer")).toContain("participation.cannotCome");
    expect(await house.told(activity, "secretaryA")).toContain("participation.cannotCome");
    const [session] = activity.sessions;
    const { people } = await house
      .as("organizer")
      .get<{ people: { memberId: string; cannot?: string }[] }>(
        `/activities/${activity.id}/sessions/${session?.id}/roll`,
      );
    expect(people.find(({ memberId }) => memberId === house.idOf("freeA1"))).toMatchObject({ cannot: "路上堵车" });
    expect(await mayStillSay(activity, "freeA1")).toBe(false);
    expect(house.faults).toEqual([]);
  });
});

it("goes session by session: who served in the first can still give the second up, and the next is asked", async () => {
  const session = (day: number) => ({
    startsAt: house.day(day, "09:00"),
    endsAt: house.day(day, "12:00"),
    positions: [{ name: "服务员", headCount: 1 }],
  });
  const activity = await house.startActivity({ in: 5, sessions: [session(5), session(6)] });
  const [, second] = activity.sessions;
  const join = (who: Who, positionId = "") =>
    house.as(who).post(`/activities/${activity.id}/sign-ups`, { positionId, consent: true, acceptsRisks: true });
  for (const { positionIds } of activity.sessions) await join("freeA1", positionIds[0]);
  await join("freeA2", second?.positionIds[0]);
  await house.advanceTo(activity.at("10:00"));
  await house.checkIn(activity, "freeA1");

  const { ways } = await meaning(activity, "freeA1");
  expect(ways.map(({ means, sessionId }) => [means, sessionId])).toEqual([["withdrawLate", second?.id]]);
  await say(activity, "freeA1", { note: "扭了脚", sessionId: second?.id });

  const rows = (await house.participationsOf(activity)).filter(({ sessionId }) => sessionId === second?.id);
  expect(rows.map(({ memberId, state }) => [house.whoIs(memberId), state])).toEqual([
    ["freeA1", "withdrawn"],
    ["freeA2", "offered"],
  ]);
  await house.cancel(activity);
});

it("gives a cover back that nobody has confirmed", async () => {
  const activity = await house.startActivity({ in: 5 });
  await house.putShifts([{ who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
  await house.signUp(activity, "partyA1");
  await house.advanceTo(activity.at("18:01", -2));
  const [{ by: asked = "coverA1" } = {}] = (await house.coversOf(activity)) as { by?: Who }[];
  expect(await meansOf(activity, asked)).toContain("declineCover");
  await house.acceptCover(activity, asked);
  const way = (await meaning(activity, asked)).ways.find(({ means }) => means === "giveCoverBack");
  await say(activity, asked, { needId: way?.needId });

  const [after] = (await house.coversOf(activity)) as { by?: Who; declined?: string[] }[];
  expect(after?.by).not.toBe(asked);
  expect((await meaning(activity, asked)).ways.some(({ needId }) => needId)).toBe(false);
  await house.cancel(activity);
});

describe("people without a phone", () => {
  let activity: Started;
  const path = (who: Who) => `/activities/${activity.id}/people/${house.idOf(who)}`;
  const sayFor = async (by: Who, who: Who, said: object) => {
    const { seen } = await house.as(by).get<Cannot>(`${path(who)}/cannot`);
    return house.as(by).post<Cannot>(`${path(who)}/cannot`, { seen, how: "telephone", ...said });
  };
  const agreed = { how: "telephone", consent: true, acceptsRisks: true };
  beforeAll(async () => {
    activity = await house.startActivity({ in: 5 });
  });

  it("are signed up by the secretary of their branch, with who wrote it down, and are told", async () => {
    const [positionId] = activity.sessions[0]?.positionIds ?? [];
    await house.as("secretaryA").post(`${path("freeA1")}/sign-up`, { ...agreed, positionId });

    expect(await house.participationsOf(activity)).toMatchObject([
      { memberId: house.idOf("freeA1"), entered: { by: house.idOf("secretaryA"), how: "telephone" } },
    ]);
    expect(await house.told(activity, "freeA1")).toEqual(["participation.enteredFor"]);
    const { items } = await house
      .as("alliance")
      .get<{ items: { action: string; actorId: string; detail?: object }[] }>(`/activities/${activity.id}/audit`);
    expect(items).toContainEqual(
      expect.objectContaining({
        action: "participation.signUp",
        actorId: house.idOf("secretaryA"),
        detail: { memberId: house.idOf("freeA1"), how: "telephone" },
      }),
    );
  });

  it("are signed up under the same conditions as by themselves", async () => {
    const [positionId] = activity.sessions[0]?.positionIds ?? [];

    await expect(
      house.as("organizer").post(`${path("coverA1")}/sign-up`, { ...agreed, positionId }),
    ).rejects.toMatchObject({ code: "participation.not_volunteer" });
    await expect(
      house.as("organizer").post(`${path("freeA2")}/sign-up`, { how: "telephone", positionId, acceptsRisks: true }),
    ).rejects.toMatchObject({ status: 400 });
  });

  it("have their withdrawal written down by the organizer", async () => {
    await sayFor("organizer", "freeA1", {});

    expect(await house.participationsOf(activity)).toMatchObject([
      { state: "withdrawn", by: house.idOf("organizer"), said: { by: house.idOf("organizer"), how: "telephone" } },
    ]);
  });

  it("ask for leave that whoever wrote it down does not decide", async () => {
    await sayFor("secretaryA", "partyA1", { note: "家里老人住院", reason: "family" });
    const decide = (by: Who) => house.decideLeave(activity, "partyA1", { by, approve: true });

    await expect(decide("secretaryA")).rejects.toMatchObject({ code: "leave.entered" });
    await decide("alliance");
    expect(await house.dutyCounts(activity)).toMatchObject({ onLeave: 1 });
  });

  it("are not spoken for by just anybody, nor does anybody speak for themselves this way", async () => {
    for (const by of ["freeA2", "secretaryB", "lead"] as const)
      await expect(house.as(by).get(`${path("partyA2")}/cannot`)).rejects.toMatchObject({ code: "permission.denied" });
    await expect(house.as("secretaryA").get(`${path("secretaryA")}/cannot`)).rejects.toMatchObject({
      code: "participation.for_oneself",
    });
  });
});

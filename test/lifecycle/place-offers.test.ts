import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Mine {
  places: { state: string; expiresAt?: string; open?: boolean }[];
}

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const answer = (activity: Started, who: Who, how: "accept" | "decline") =>
  house.as(who).post(`/activities/${activity.id}/offers/${activity.sessions[0]?.id}/${how}`);
const mine = async (activity: Started, who: Who) =>
  (await house.as(who).get<Mine>(`/activities/${activity.id}/sign-ups/me`)).places[0];
const everywhere = { audience: { branchIds: [], teamIds: [] } };

/** One place, held by the first; the others wait in this order. Recruiting is over, two days before the start. */
async function waitingFor(first: Who, ...waiting: Who[]): Promise<Started> {
  const activity = await house.startActivity({ in: 5, headCount: 1, ...everywhere });
  await house.signUp(activity, first, ...waiting);
  await house.advanceTo(activity.at("18:01", -2));
  return activity;
}
const withdraw = (activity: Started, who: Who) => house.withdraw(activity, who, "临时出差");

describe("a place that comes free", () => {
  let activity: Started;

  it("is held for the first who waits until a told instant, and is among what is asked of them", async () => {
    activity = await waitingFor("freeA1", "freeA2", "freeB1");
    await withdraw(activity, "freeA1");

    expect(await house.placesOf(activity)).toEqual({ freeA1: "withdrawn", freeA2: "offered", freeB1: "waiting" });
    expect(await mine(activity, "freeA2")).toMatchObject({ state: "offered", expiresAt: activity.at("09:00", -1) });
    const { items } = await house.as("freeA2").get<{ items: { kind: string; dueAt: string }[] }>("/me/todo");
    expect(items).toContainEqual(expect.objectContaining({ kind: "placeOffer", dueAt: activity.at("09:00", -1) }));
  });

  it("goes to nobody who is not asked", async () => {
    await expect(answer(activity, "freeB1", "accept")).rejects.toMatchObject({ code: "participation.not_offered" });
    await expect(answer(activity, "partyB1", "accept")).rejects.toMatchObject({ code: "participation.not_offered" });
  });

  it("goes to the next when nobody answers in time, who is told; an answer after that is refused", async () => {
    await house.advanceTo(activity.at("09:00", -1));

    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "waiting", freeB1: "offered" });
    expect(await house.told(activity, "freeA2")).toContain("participation.offerLapsed");
    await expect(answer(activity, "freeA2", "accept")).rejects.toMatchObject({ code: "participation.offer_expired" });
  });

  it("is open to all who wait when everybody was asked, and the first of them has it", async () => {
    await answer(activity, "freeB1", "decline");

    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "waiting", freeB1: "withdrawn" });
    expect(await house.told(activity, "freeA2")).toContain("participation.placeOpen");
    expect(await mine(activity, "freeA2")).toMatchObject({ state: "waiting", open: true });

    await answer(activity, "freeA2", "accept");
    await answer(activity, "freeA2", "accept");

    expect(await house.placesOf(activity)).toMatchObject({ freeA2: "placed" });
    await house.cancel(activity);
  });
});

describe("in the last hour", () => {
  let activity: Started;

  it("a place is offered to all who wait at once, and only one of them gets it", async () => {
    activity = await waitingFor("freeA1", "freeA2", "freeB1");
    await house.advanceTo(activity.at("08:10"));
    await withdraw(activity, "freeA1");
    expect(await house.told(activity, "freeA2")).toContain("participation.placeOpen");
    expect(await house.told(activity, "freeB1")).toContain("participation.placeOpen");

    const answers = await Promise.allSettled(
      (["freeA2", "freeB1"] as const).map((who) => answer(activity, who, "accept")),
    );

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(["participation.offer_taken"]);
    expect(Object.values(await house.placesOf(activity)).sort()).toEqual(["placed", "waiting", "withdrawn"]);
  });

  it("ends with the start: nobody moves up, and nothing is left to answer", async () => {
    await house.advanceTo(activity.at("09:00"));
    const waiting = Object.entries(await house.placesOf(activity)).find(([, state]) => state === "waiting")?.[0] as Who;

    await expect(answer(activity, waiting, "accept")).rejects.toMatchObject({ code: "participation.too_late" });
    expect(await mine(activity, waiting)).not.toHaveProperty("open");
    await house.cancel(activity);
  });
});

it("an offer counts as taken: a walk-in gets no place that is held for somebody", async () => {
  const activity = await waitingFor("freeA1", "freeA2", "freeB1");
  await house.advanceTo(activity.at("07:50"));
  await withdraw(activity, "freeA1");
  expect(await mine(activity, "freeA2")).toMatchObject({ state: "offered", expiresAt: activity.at("08:10") });
  await house.advanceTo(activity.at("08:05"));
  const takeIn = (who: Who) =>
    house.as("organizer").post(`/activities/${activity.id}/sessions/${activity.sessions[0]?.id}/walk-ins`, {
      memberId: house.idOf(who),
      consent: true,
      acceptsRisks: true,
    });

  await expect(takeIn("freeB1")).rejects.toMatchObject({ code: "participation.full" });
  await takeIn("freeA2");

  expect(await house.placesOf(activity)).toMatchObject({ freeA2: "placed", freeB1: "waiting" });
  await house.cancel(activity);
});

it("takes the answer that somebody without a phone gives to the organizer", async () => {
  const activity = await waitingFor("freeA1", "freeA2");
  await withdraw(activity, "freeA1");
  const path = `/activities/${activity.id}/people/${house.idOf("freeA2")}/offers/${activity.sessions[0]?.id}`;
  await house.as("organizer").post(path, { accept: true, how: "telephone" });

  expect(await house.placesOf(activity)).toMatchObject({ freeA2: "placed" });
  expect(await house.told(activity, "freeA2")).toContain("participation.enteredFor");
  expect(house.faults).toEqual([]);
});

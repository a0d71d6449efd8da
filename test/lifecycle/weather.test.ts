import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

interface Reached {
  causeAt?: string;
  people: { memberId: string; as: string; state: string; phonedBy?: string }[];
}

let house: Alliance;
let activity: Started;
beforeAll(async () => {
  house = await openAlliance();
  activity = await house.startActivity({ in: 5 });
  await house.putShifts([{ who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
  await house.as("organizer").put(`/activities/${activity.id}/stewards/${house.idOf("freeB1")}`, {});
  await house.signUp(activity, "partyA1", "freeA1");
  await house.advanceTo(activity.at("18:01", -2));
  const [{ by = "coverA1" } = {}] = (await house.coversOf(activity)) as { by?: Who }[];
  coverer = by;
  await house.acceptCover(activity, coverer);
});
afterAll(() => house.close());

let coverer: Who;
const reached = () => house.as("organizer").get<Reached>(`/activities/${activity.id}/reached`);
const callOff = (body: object, by: Who = "organizer") =>
  house.as(by).post<Reached>(`/activities/${activity.id}/call-off`, { reason: "雷暴预警", ...body });
const stateOf = async (who: Who) => (await reached()).people.find(({ memberId }) => memberId === house.idOf(who));

it("knows of nobody to reach before anything has changed", async () => {
  expect(await reached()).toEqual({ people: [] });
});

it("postpones, telling who takes part, who covers and who checks people in, and lists whom that reached", async () => {
  const sessions = activity.sessions.map(({ id }) => ({
    id,
    startsAt: activity.at("09:00", 1),
    endsAt: activity.at("12:00", 1),
  }));
  await callOff({ postpone: { sessions } });

  for (const who of ["freeA1", "partyA1"] as const)
    expect(await house.told(activity, who)).toContain("activity.rescheduled");
  for (const who of [coverer, "freeB1"] as const)
    expect(await house.told(activity, who)).toContain("activity.calledOff");
  const { people } = await reached();
  expect(people.every(({ state }) => state === "sent")).toBe(true);
  expect(await stateOf(coverer)).toMatchObject({ as: coverer.startsWith("party") ? "participant" : "coverer" });
  expect(await stateOf("freeB1")).toMatchObject({ as: "steward" });
});

it("shows who was told by telephone, and keeps who read the number", async () => {
  const path = `/activities/${activity.id}/reached/${house.idOf("freeA1")}`;
  await house.as("organizer").post(`${path}/number`);
  await house.as("organizer").put(path, {});
  await house.as("organizer").put(path, {});

  expect(await stateOf("freeA1")).toMatchObject({ state: "phoned", phonedBy: house.idOf("organizer") });
  const { items } = await house
    .as("alliance")
    .get<{ items: { action: string; detail?: { memberId?: string } }[] }>(`/activities/${activity.id}/audit`);
  expect(items.filter(({ action }) => action === "participation.phoned")).toHaveLength(1);
});

it("is for who runs the activity, and about people whom it concerns", async () => {
  await expect(callOff({}, "freeA1")).rejects.toMatchObject({ code: "permission.denied" });
  await expect(
    house.as("organizer").put(`/activities/${activity.id}/reached/${house.idOf("partyB4")}`, {}),
  ).rejects.toMatchObject({ code: "participation.not_concerned" });
});

it("cancels until two hours before the start; later it says to cancel and to phone", async () => {
  await house.advanceTo(activity.at("07:01", 1));
  await expect(callOff({})).rejects.toMatchObject({ code: "activity.call_off_late" });

  const other = await house.startActivity({ in: 4 });
  await house.signUp(other, "freeA2");
  await house.as("organizer").post(`/activities/${other.id}/call-off`, { reason: "台风" });

  expect(await house.told(other, "freeA2")).toContain("activity.cancelled");
  expect(await house.stagesOf(other)).toMatchObject({ status: "cancelled" });
  expect(house.faults).toEqual([]);
});

import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

/** partyA1 serves in the morning and in the afternoon of one day, in two activities, and has one shift all day. */
async function twice(): Promise<[Started, Started]> {
  const from = (startsAt: string, endsAt: string) => [
    { startsAt: house.day(4, startsAt), endsAt: house.day(4, endsAt), positions: [{ name: "服务员", headCount: 3 }] },
  ];
  const morning = await house.startActivity({ in: 4, sessions: from("08:00", "11:00") });
  const afternoon = await house.startActivity({ in: 4, sessions: from("14:00", "17:00") });
  await house.putShifts([{ who: "partyA1", post: "营业员", from: morning.at("08:00"), to: morning.at("17:00") }]);
  for (const activity of [morning, afternoon]) await house.signUp(activity, "partyA1", "partyA2");
  await house.advanceTo(morning.at("20:00", -2));
  return [morning, afternoon];
}
const standing = async (activities: readonly Started[]) => {
  const needs = await Promise.all(activities.map(house.coversOf));
  return needs.flat().filter(({ status }) => status !== "void");
};
/** The activity whose need stands, then the one that leans on it. */
const holderFirst = async ([a, b]: [Started, Started]): Promise<[Started, Started]> =>
  (await standing([a])).length > 0 ? [a, b] : [b, a];

it("covers a shift once that two activities of a day touch, and says so in the other", async () => {
  const both = await twice();
  const needs = (await Promise.all(both.map(house.coversOf))).flat();

  expect(await standing(both)).toMatchObject([{ for: "partyA1", status: "offered", by: "coverA1" }]);
  expect(needs.filter(({ status }) => status === "void")).toMatchObject([{ reason: "elsewhere" }]);
  for (const activity of both) await house.cancel(activity);
});

it.each(["cancelled", "leave"] as const)(
  "has the shift covered for the other activity once the first one's need is void: %s",
  async (how) => {
    const both = await twice();
    const [holder, other] = await holderFirst(both);
    await house.acceptCover(holder, "coverA1");
    await house.confirmCover(holder, "coverA1");
    if (how === "cancelled") await house.cancel(holder);
    else {
      await house.askLeave(holder, "partyA1", { evidence: "调班通知" });
      await house.decideLeave(holder, "partyA1", { by: "secretaryA", approve: true });
    }
    await house.machine.settle();

    expect(await house.coversOf(holder)).toMatchObject([{ status: "void", former: "coverA1" }]);
    expect(await house.coversOf(other)).toMatchObject([{ for: "partyA1", status: "offered", by: "coverA1" }]);
    expect(house.faults).toEqual([]);
    for (const activity of both) if (how === "leave" || activity === other) await house.cancel(activity);
  },
);

it("leaves no need when the second activity is cancelled, nor asks again for it when the first one's need is void", async () => {
  const both = await twice();
  const [holder, leaning] = await holderFirst(both);
  await house.cancel(leaning);
  expect(await house.coversOf(leaning)).toMatchObject([{ status: "void", reason: "activityCancelled" }]);
  await house.cancel(holder);

  expect(await standing(both)).toEqual([]);
});

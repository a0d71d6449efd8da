import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  // Wednesday; the whole week is worked, and so is Sunday the 20th, for the holiday after it.
  house = await openAlliance({ startAt: "2026-09-16T00:00:00.000Z" });
});
afterAll(() => house.close());

/** Two wait for the one place of an activity that is weeks away; then it comes free. @returns until when it is offered */
async function offered(closeAt: string): Promise<string | undefined> {
  const activity: Started = await house.startActivity({
    ...{ in: 40, headCount: 1, audience: { branchIds: [], teamIds: [] } },
    recruitUntil: "2026-10-20T10:00:00.000Z",
  });
  await house.signUp(activity, "freeA1", "freeA2");
  await house.advanceTo(closeAt);
  await house.closeEarly(activity, "Recruit");
  await house.withdraw(activity, "freeA1", "临时出差");
  const mine = await house
    .as("freeA2")
    .get<{ places: { expiresAt?: string }[] }>(`/activities/${activity.id}/sign-ups/me`);
  await house.cancel(activity);
  return mine.places[0]?.expiresAt;
}
const local = (text: string) => new Date(`${text}:00+08:00`).toISOString();

it("offers a place over the hours of a Sunday that is worked, by the calendar that comes with the system", async () => {
  expect(await offered(local("2026-09-19T16:00"))).toBe(local("2026-09-20T13:00"));
});

it("counts no hours of a day that somebody entered as off, though it is a Tuesday", async () => {
  const admin = house.as("admin");
  const { items } = await admin.get<{ items: { year: number; version: number; lines: string }[] }>(
    "/settings/workdays",
  );
  const { version, lines } = items.find(({ year }) => year === 2026) ?? { version: 0, lines: "" };
  await admin.put("/settings/workdays/2026", {
    ...{ version, source: "测试通知" },
    table: `${lines}\n停电 2026-09-22 至 2026-09-23`,
  });

  expect(await offered(local("2026-09-21T16:00"))).toBe(local("2026-09-24T11:00"));
});

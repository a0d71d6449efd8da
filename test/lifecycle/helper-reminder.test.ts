import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
/** Tuesday 1 September 2026, 09:00; messages keep quiet hours. */
beforeAll(async () => {
  house = await openAlliance({ quietHours: true });
});
afterAll(() => house.close());

const teamIds = () => [house.unitId("爱心奉献")];
const begin = async (): Promise<Started> => {
  const activity = await house.startActivity({
    ...{ in: 20, by: "freeB1", origin: "self", audience: { branchIds: [], teamIds: [] } },
    proposal: {
      plan: "走访独居老人",
      wishes: { guidance: false, volunteers: { teamIds: teamIds(), headCount: 2 } },
    } as never,
  });
  await house.approve(activity, { volunteerTeamIds: teamIds() });
  await house.machine.settle();
  return activity;
};
const unanswered = async ({ id }: Started) => {
  const { items } = await house.machine.app.useCases.messages.list(house.idOf("alliance"), { limit: 100 });
  return items
    .filter(({ template, activityId }) => template === "reminder.unanswered" && activityId === id)
    .map(({ page }) => page);
};

it("tells the alliance when a lead who was asked for helpers says nothing for working hours, and not when they answered", async () => {
  const [silent, answered] = [await begin(), await begin()];
  await house.as("lead").post(`/activities/${answered.id}/helpers/${house.unitId("爱心奉献")}/answer`, {
    ...{ answer: "decline", reason: "当天另有任务" },
  });
  await house.advanceTo(house.day(3, "18:00"));

  expect(await unanswered(silent)).toEqual([`/m/activities/${silent.id}/helpers`]);
  expect(await unanswered(answered)).toEqual([]);
  expect(house.faults).toEqual([]);
});

import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import type { Who } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
/** Tuesday 1 September 2026, 09:00; messages keep quiet hours. */
beforeAll(async () => {
  house = await openAlliance({ quietHours: true });
});
afterAll(() => house.close());

const inShanghai = (at: string | undefined) =>
  at && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16).replace("T", " ");

/** What somebody was told about an activity, how it stands, and to the minute when it was sent. */
async function messagesOf(who: Who, { id }: Started) {
  const { items } = await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 100 });
  return items
    .filter(({ activityId }) => activityId === id)
    .map((one) => ({ template: one.template, is: one.delivery, sent: inShanghai(one.sentAt) }))
    .reverse();
}
const sentOf = async (who: Who, activity: Started, template: string) =>
  (await messagesOf(who, activity)).find((one) => one.template === template)?.sent;
const pushesOf = async (who: Who) => {
  const { items } = await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 100 });
  return items.flatMap(({ sentAt }) => inShanghai(sentAt) ?? []);
};

describe("an outcome that falls due on a Friday night", () => {
  let activity: Started;
  beforeAll(async () => {
    // On Thursday the tenth; recruiting ends on Friday the fourth at 21:30.
    activity = await house.startActivity({ in: 9, headCount: 1, recruitUntil: house.day(3, "21:30") });
    await house.signUp(activity, "freeA1", "freeA2");
    await house.advanceTo(house.day(3, "23:59"));
  });

  it("is no row and no message while it is quiet, and waits where the organizer sees it", async () => {
    const waiting = await house
      .as("organizer")
      .get<{ items: { kind: string; reason?: string; nextAt?: string }[] }>(
        `/outbox?activityId=${activity.id}&state=waiting`,
      );

    expect(await messagesOf("freeA2", activity)).toEqual([]);
    expect(waiting.items.map(({ kind, reason }) => [kind, reason])).toContainEqual([
      "participation.waiting",
      "安静时段或休息日，到时自动发出",
    ]);
  });

  it("is sent on Monday within ten minutes after eight", async () => {
    await house.advanceTo(house.day(3, "12:00"));
    expect(inShanghai(house.machine.now())).toBe("09-07 12:00");
    expect(await sentOf("freeA2", activity, "participation.waiting")).toMatch(/^09-07 08:0\d$/);
    expect(await sentOf("freeA1", activity, "participation.placed")).toMatch(/^09-07 08:0\d$/);
    expect(house.faults).toEqual([]);
  });
});

describe("a request at night", () => {
  it("waits for half past eight of the next day, also of a Saturday", async () => {
    await house.advanceTo(house.day(4, "22:30"));
    expect(inShanghai(house.machine.now())).toBe("09-11 22:30");
    const activity = await house.startActivity({ in: 9 });
    await house.askLeave(activity, "partyA1");
    await house.advanceTo(house.day(1, "08:45"));

    expect(await sentOf("partyA1", activity, "recruit.duty")).toMatch(/^09-12 08:3\d$/);
    expect(await sentOf("secretaryA", activity, "leave.requested")).toMatch(/^09-12 08:3\d$/);
  });

  it("is not made any more in the morning when its activity was cancelled meanwhile", async () => {
    await house.advanceTo(house.day(2, "23:00"));
    const activity = await house.startActivity({ in: 9 });
    await house.cancel(activity);
    await house.advanceTo(house.day(1, "12:00"));

    expect((await messagesOf("partyA1", activity)).map(({ template }) => template)).toEqual(["activity.cancelled"]);
  });
});

describe("what is urgent", () => {
  it("is told at half past nine in the evening when the activity of the next morning is cancelled", async () => {
    const activity = await house.startActivity({ in: 4 });
    await house.signUp(activity, "freeA1");
    await house.advanceTo(activity.at("21:30", -1));
    await house.cancel(activity);
    await house.machine.settle();
    await house.advanceTo(activity.at("21:31", -1));

    expect(await sentOf("freeA1", activity, "activity.cancelled")).toMatch(/ 21:30$/);
  });
});

describe("a third message of a day", () => {
  let third: Started;
  let dropped: Started;
  beforeAll(async () => {
    await house.advanceTo(house.day(8, "10:00"));
    const plan = { in: 12, audience: { branchIds: [house.unitId("二支部")], teamIds: [] } as never };
    for (const title of ["慰问敬老院", "网络义诊"]) {
      await house.startActivity({ ...plan, title });
      await house.advanceTo(house.day(0, "10:01"));
    }
    third = await house.startActivity({ ...plan, title: "清洁家园" });
    dropped = await house.startActivity({ ...plan, title: "取消的一场" });
    await house.machine.settle();
    await house.advanceTo(house.day(0, "11:00"));
  });

  it("waits for the digest of the next morning and is in its reader's list meanwhile", async () => {
    const today = inShanghai(house.machine.now())?.slice(0, 5) ?? "";

    expect((await pushesOf("partyB1")).filter((at) => at.startsWith(today))).toHaveLength(2);
    expect(await messagesOf("partyB1", third)).toMatchObject([{ template: "recruit.duty", is: "queued" }]);
  });

  it("is in the digest at half past eight, without what was cancelled since", async () => {
    await house.cancel(dropped);
    await house.advanceTo(house.day(1, "08:45"));
    const tomorrow = inShanghai(house.machine.now())?.slice(0, 5) ?? "";

    expect(await messagesOf("partyB1", third)).toEqual([
      { template: "recruit.duty", is: "delivered", sent: expect.stringMatching(new RegExp(`^${tomorrow} 08:3\\d$`)) },
    ]);
    expect(await messagesOf("partyB1", dropped)).toEqual([{ template: "recruit.duty", is: "failed", sent: undefined }]);
    expect(house.faults).toEqual([]);
  });
});

describe("a leave that nobody decides", () => {
  it("is told to the alliance after four working hours, unless its request was opened or it was decided", async () => {
    await house.advanceTo(house.day(2, "10:00"));
    const activity = await house.startActivity({ in: 12 });
    await house.askLeave(activity, "partyA3");
    await house.askLeave(activity, "partyA4");
    await house.machine.settle();
    await house.advanceTo(house.day(0, "10:30"));
    await house.decideLeave(activity, "partyA4", { by: "secretaryA", approve: true });
    await house.advanceTo(house.day(3, "18:00"));
    const { items } = await house.machine.app.useCases.messages.list(house.idOf("alliance"), { limit: 100 });
    const reminders = items.filter(
      ({ template, activityId }) => template === "reminder.unanswered" && activityId === activity.id,
    );

    expect(reminders.map(({ page }) => page)).toEqual([`/m/approvals/leave/${activity.id}.${house.idOf("partyA3")}`]);
    expect(house.faults).toEqual([]);
  });
});

import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { numberOf } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

interface Class {
  id: string;
  version: number;
  seats: number;
  sessions: { id: string; startsAt: string; endsAt: string }[];
}

let house: Alliance;
let one: Class;
/** Tuesday 1 September 2026; the class is on Thursday the tenth and the day after. */
beforeAll(async () => {
  house = await openAlliance({ quietHours: true });
  for (const who of ["partyA1", "partyA2"] as const) {
    const id = house.idOf(who);
    const { version } = await house.as("admin").get<{ version: number }>(`/members/${id}`);
    await house.as("admin").patch(`/members/${id}`, { version, trainer: true });
  }
  const course = { title: "急救", about: "心肺复苏和包扎。", kind: "internal", audience: "volunteers" };
  const { id: courseId } = await house.as("alliance").post<{ id: string }>("/courses", course);
  one = await house.as("alliance").post<Class>("/classes", {
    ...{ courseId, trainerIds: [house.idOf("partyA1")], place: "三楼培训室", room: 30, seats: 1 },
    sessions: [9, 10].map((day) => ({ startsAt: house.day(day, "14:00"), endsAt: house.day(day, "16:00") })),
  });
  await enrol("freeA1");
  await enrol("freeA2");
});
afterAll(() => house.close());

const enrol = (who: Who) => house.as(who).put(`/classes/${one.id}/seats/me`, {});
const calendarOf = async (who: Who) => {
  const { url } = await house.as(who).post<{ url: string }>("/me/calendar", {});
  return (await house.machine.web.request(new URL(url).pathname)).text();
};
const told = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 200 })).items.map(
    ({ template }) => template,
  );
const revise = async (more: object) => {
  const { version, seats } = await house.as("alliance").get<Class>(`/classes/${one.id}`);
  one = await house.as("alliance").put<Class>(`/classes/${one.id}`, {
    ...{ version, trainerIds: [house.idOf("partyA1")], place: "三楼培训室", room: 30, seats },
    sessions: one.sessions.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
    ...more,
  });
};

it("is in the calendar of who has a seat and of who teaches, and not of who waits", async () => {
  const [seated, teaching, waiting] = await Promise.all([
    calendarOf("freeA1"),
    calendarOf("partyA1"),
    calendarOf("freeA2"),
  ]);

  expect(seated.match(/SUMMARY:培训：急救/g)).toHaveLength(2);
  expect(seated).toContain("您报名的班");
  expect(teaching.match(/由您授课/g)).toHaveLength(2);
  expect(waiting).not.toContain("急救");
});

it("clashes with an activity that is moved onto it, and the person is told", async () => {
  const activity = await house.startActivity({ in: 8, title: "社区便民" });
  await house.signUp(activity, "freeA1");
  await house.reschedule(activity, { startsAt: one.sessions[0]?.startsAt ?? "" });

  expect((await told("freeA1")).filter((template) => template === "activity.clash")).toHaveLength(1);
  await house.cancel(activity);
});

it("is in the plan of the week of who is enrolled and of who teaches", async () => {
  await house.advanceTo(house.day(6, "07:30"));
  await house.machine.app.jobs.extendSeries();
  await house.advanceTo(house.day(0, "09:00"));
  const planOf = async (who: Who) => {
    const answer = await house.machine.web.request(`/inbox.json?limit=200&recipient=${numberOf(who)}`);
    const { items } = (await answer.json()) as { items: { subject: string; body: string }[] };
    return items.find(({ subject }) => subject.includes("本周安排"))?.body;
  };

  expect(await planOf("freeA1")).toMatch(/9月10日.*急救，在三楼培训室/);
  expect(await planOf("freeA2")).toMatch(/急救（候补）/);
  expect(await planOf("partyA1")).toMatch(/急救，三楼培训室（您授课）/);
});

it("tells who gets a seat by more of them and who waits again by fewer, and of another trainer, once each", async () => {
  await revise({ seats: 2 });
  const count = async (who: Who, template: string) => (await told(who)).filter((each) => each === template).length;
  expect([await count("freeA2", "class.movedUp"), await count("freeA1", "class.movedUp")]).toEqual([2, 0]);
  expect(await calendarOf("freeA2")).toContain("您报名的班");

  await revise({ seats: 1 });
  expect([await count("freeA2", "class.waits"), await count("freeA1", "class.waits")]).toEqual([2, 0]);
  await revise({ trainerIds: [house.idOf("partyA2")] });
  expect([await count("freeA1", "class.changed"), await count("partyA2", "class.teaches")]).toEqual([1, 1]);
  expect(house.faults).toEqual([]);
});

import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PEOPLE = ["partyA1", "partyA2", "partyA3", "partyB1", "partyB2", "freeA1"] as const;
const TRAINER = "partyA4";

interface Levels {
  skills: { isOpen: boolean; changes?: { skill: string; rater: string; pairs?: number; means?: { change: string } }[] };
  reaction: { total: { answered?: { n: number } }; forms: { id: string; isOpen: boolean }[] };
  cohesion: { before?: { id: string }; after?: { id: string }; change?: { overall?: { change: string } } };
  behaviour: { isOpen: boolean; people?: number; mean?: string };
}

let house: Alliance;
let id = "";
let after: Started;
const path = () => `/programmes/${id}`;
const levels = () => house.as("alliance").get<Levels>(`${path()}/levels`);
const told = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 200 })).items.map(
    ({ template }) => template,
  );
const count = async (who: Who, template: string) => (await told(who)).filter((one) => one === template).length;
const answer = (who: Who, form: string, items: number[]) => house.as(who).post(`/forms/${form}/answers`, { items });
const rate = (who: Who, phase: string, level: number) =>
  house.as(who).post(`${path()}/ratings`, { phase, levels: { 接待: level } });

beforeAll(async () => {
  house = await openAlliance();
  const programme = {
    ...{ title: "服务礼仪提升", about: "接待与拍照。", skills: ["接待"] },
    ...{ from: house.day(7, "09:00").slice(0, 10), until: house.day(21, "09:00").slice(0, 10) },
    ...{ memberIds: PEOPLE.map(house.idOf), trainerIds: [house.idOf(TRAINER)] },
  };
  id = (await house.as("alliance").post<{ id: string }>("/programmes", programme)).id;
  const audience = { branchIds: ["一支部", "二支部"].map(house.unitId) as never, teamIds: [] };
  after = await house.startActivity({ in: 30, headCount: 8, audience });
});
afterAll(() => house.close());

describe("a programme by which people grow", () => {
  it("asks its people and its trainer how far they are, and the group how it is, and reminds once of the form", async () => {
    await house.advanceTo(house.day(0, "12:00"));
    await house.as("alliance").post(`${path()}/group-forms`);
    await house.advanceTo(house.day(0, "14:00"));
    const before = (await levels()).cohesion.before?.id ?? "";
    for (const who of PEOPLE.slice(1)) await answer(who, before, [3, 3, 3, 3]);
    for (const who of PEOPLE) await rate(who, "before", 1);
    await house
      .as(TRAINER)
      .post(`${path()}/ratings/${house.idOf("partyA1")}`, { phase: "before", levels: { 接待: 0 } });
    await house.advanceTo(house.day(6, "12:00"));

    expect([await count("partyA1", "growth.rateBefore"), await count(TRAINER, "growth.trainerBefore")]).toEqual([1, 1]);
    expect([await count("partyA1", "form.asked"), await count("partyA1", "form.reminded")]).toEqual([1, 1]);
    expect([await count("partyA2", "form.asked"), await count("partyA2", "form.reminded")]).toEqual([1, 0]);
    expect(await count("partyB3", "form.asked")).toBe(0);
  });

  it("asks again on its last day; who was not rated before makes no pair", async () => {
    await house.advanceTo(house.day(15, "10:00"));
    for (const who of PEOPLE.slice(0, 5)) await rate(who, "after", 3);
    const running = (await levels()).skills;

    expect(await count("partyA1", "growth.rateAfter")).toBe(1);
    expect([running.isOpen, running.changes]).toEqual([true, undefined]);
  });

  it("is looked at by who leads an activity after it, of those who were there", async () => {
    await house.signUp(after, ...PEOPLE);
    await house.advanceTo(after.at("09:05"));
    await house.checkIn(after, ...PEOPLE.slice(0, 5));
    const early = mark("partyA1", 4);
    await expect(early).rejects.toMatchObject({ code: "growth.activity_running" });
    await house.advanceTo(after.at("12:01"));
    const asked = await house
      .as("organizer")
      .get<{ items: { people: object[] }[] }>(`/activities/${after.id}/growth-marks`);
    const todo = await house.as("organizer").get<{ items: { kind: string; href: string }[] }>("/me/todo");
    for (const who of PEOPLE.slice(0, 5)) await mark(who, 4);
    await mark("partyA1", 2);

    expect(asked.items[0]?.people).toHaveLength(5);
    expect(todo.items).toContainEqual(
      expect.objectContaining({ kind: "growthMark", href: `/m/activities/${after.id}/growth` }),
    );
    await expect(mark("freeA1", 4)).rejects.toMatchObject({ code: "growth.not_there" });
    await expect(mark("partyA2", 4, "freeA1")).rejects.toMatchObject({ code: "permission.denied" });
    expect((await levels()).behaviour).toEqual({ isOpen: true, shownFrom: expect.any(String) });
  });

  it("asks the group again two weeks after, and shows the change of its mean when that form is closed", async () => {
    await house.advanceTo(after.at("10:00", 5));
    const form = (await levels()).cohesion.after?.id ?? "";
    for (const who of PEOPLE) await answer(who, form, [4, 4, 4, 4]);
    await house.advanceTo(after.at("10:00", 20));
    const { skills, cohesion } = await levels();

    expect(await count("freeA1", "form.asked")).toBe(2);
    expect(skills.changes).toMatchObject([
      { rater: "self", pairs: 5, means: { change: "+2.00" } },
      { rater: "trainer" },
    ]);
    expect(cohesion.change?.overall?.change).toBe("+1.00");
  });

  it("shows what leads saw once those months are over, by everybody's last mark", async () => {
    await house.advanceTo(after.at("10:00", 100));

    expect((await levels()).behaviour).toMatchObject({ isOpen: false, people: 5, mean: "3.60" });
    expect(house.faults).toEqual([]);
  });
});

const mark = (who: Who, given: number, by: Who = "organizer") =>
  house.as(by).post(`${path()}/marks`, { memberId: house.idOf(who), activityId: after.id, mark: given });

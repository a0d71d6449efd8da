import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { WHO } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Read {
  years: { year: number; index: string; change?: string }[];
  surveys: {
    form: { id: string; asked: number };
    isOpen: boolean;
    index?: string;
    parts?: { n: number; index: string }[];
  }[];
}
interface Class {
  id: string;
  sessions: { id: string; startsAt: string; endsAt: string }[];
}
interface Form {
  id: string;
  kind: string;
  moment?: string;
  memberIds?: string[];
  opensAt: string;
}

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const read = () => house.as("alliance").get<Read>("/satisfaction");
const answer = (who: Who, form: string, items: number[]) => house.as(who).post(`/forms/${form}/answers`, { items });
const told = async (who: Who, template: string) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 200 })).items.filter(
    (one) => one.template === template,
  ).length;
const ten = (value: number) => Array.from({ length: 10 }, () => value);

describe("the yearly survey of employees", () => {
  it("asks everybody, reminds those once who have not answered, and is one year beside the years before", async () => {
    await house.as("alliance").post("/satisfaction/2025", { index: "91.7", source: "2025年度报告" });
    await house.as("alliance").post("/satisfaction/2026/survey", { closesAt: house.day(14, "18:00") });
    await house.advanceTo(house.day(0, "10:00"));
    const form = (await read()).surveys[0]?.form;
    const early = WHO.slice(0, 12);
    for (const who of early) await answer(who, form?.id ?? "", ten(5));
    await house.advanceTo(house.day(8, "10:00"));
    for (const who of WHO.slice(12, 20)) await answer(who, form?.id ?? "", ten(4));
    await house.advanceTo(house.day(7, "10:00"));
    const { years, surveys } = await read();

    expect(form?.asked).toBe(WHO.length);
    expect([await told("admin", "form.asked"), await told("coverB1", "form.asked")]).toEqual([1, 1]);
    expect([await told("admin", "form.reminded"), await told("coverB1", "form.reminded")]).toEqual([0, 1]);
    expect(years).toMatchObject([
      { year: 2026, index: "90.0", change: "-1.7" },
      { year: 2025, index: "91.7" },
    ]);
    expect(surveys[0]?.parts?.every(({ n }) => n >= 5)).toBe(true);
    await expect(answer("coverB1", form?.id ?? "", ten(1))).rejects.toMatchObject({ code: "form.closed" });
  });
});

describe("an outward-bound", () => {
  const PEOPLE = ["partyA2", "partyA3", "partyB1", "partyB2", "freeA1", "freeA2"] as const;
  const forms = (one: Class): Promise<Form[]> => house.machine.app.useCases.forms.about(one.id);
  const of = async (one: Class, kind: string, moment?: string) =>
    (await forms(one)).find((form) => form.kind === kind && form.moment === moment);
  const start = (one: Class) => one.sessions[0]?.startsAt ?? "";

  it("asks those with a seat a week before, and those who were there after it and two weeks after, each by itself", async () => {
    const lead = house.idOf("partyA1");
    const { version } = await house.as("admin").get<{ version: number }>(`/members/${lead}`);
    await house.as("admin").patch(`/members/${lead}`, { version, trainer: true });
    const course = {
      title: "山野拓展",
      about: "定向越野和协作。",
      kind: "outward",
      aims: ["skill"],
      audience: "volunteers",
    };
    const { id: courseId } = await house.as("alliance").post<{ id: string }>("/courses", course);
    const one = await house.as("alliance").post<Class>("/classes", {
      ...{ courseId, trainerIds: [lead], place: "拓展基地", seats: 10 },
      sessions: [{ startsAt: house.day(10, "09:00"), endsAt: house.day(10, "17:00") }],
    });
    for (const who of PEOPLE) await house.as(who).put(`/classes/${one.id}/seats/me`, {});
    await house.advanceTo(house.day(4, "12:00"));
    const before = await of(one, "cohesion", "before");
    for (const who of PEOPLE) await answer(who, before?.id ?? "", [3, 3, 3, 3]);
    await house.advanceTo(new Date(Date.parse(start(one)) - 600_000).toISOString());
    const path = `/classes/${one.id}/sessions/${one.sessions[0]?.id}`;
    const { code } = await house.as("partyA1").get<{ code: string }>(`${path}/code`);
    for (const who of PEOPLE.slice(0, 5)) await house.as(who).post(`${path}/check-in`, { code });
    await house.advanceTo(house.day(0, "18:30"));
    const reaction = await of(one, "reaction");
    await house.advanceTo(house.day(14, "17:30"));
    const after = await of(one, "cohesion", "after");

    expect(before?.memberIds).toHaveLength(6);
    expect([reaction?.memberIds?.length, after?.memberIds?.length]).toEqual([5, 5]);
    await expect(answer("freeA2", after?.id ?? "", [4, 4, 4, 4])).rejects.toMatchObject({ code: "form.not_asked" });
    for (const who of PEOPLE.slice(0, 5)) await answer(who, after?.id ?? "", [4, 4, 4, 5]);
    await house.advanceTo(house.day(15, "12:00"));
    const { groups } = await house
      .as("alliance")
      .get<{ groups: { change?: { overall?: object } }[] }>(`/courses/${courseId}/feedback`);
    expect(groups[0]?.change?.overall).toEqual({ before: "3.00", after: "4.25", change: "+1.25" });
    expect(house.faults).toEqual([]);
  });
});

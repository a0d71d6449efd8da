import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
let teamId = "";
let courseId = "";
beforeAll(async () => {
  house = await openAlliance();
  const { items } = await house.as("admin").get<{ items: { id: string }[] }>("/units?kind=team");
  teamId = items[0]?.id ?? "";
  courseId = await addCourse("宽带装维", "internal");
});
afterAll(() => house.close());

interface Trainers {
  trainers: number;
  party: number;
  items: { memberId: string }[];
  offenders: { memberId: string; why: string }[];
}
interface Class {
  id: string;
  sessions: { id: string; startsAt: string; endsAt: string }[];
}
interface Plan {
  items: {
    teamId: string;
    cells: { colour: string; isOverdue: boolean; classes: { id: string; state: string }[] }[];
  }[];
}

const addCourse = async (title: string, kind: string) =>
  (
    await house.as("alliance").post<{ id: string }>("/courses", {
      ...{ title, about: "入户规范。", kind, audience: "volunteers", teamId },
    })
  ).id;
const dayIn = (days: number) => house.day(days, "12:00").slice(0, 10);
const appoint = (who: Who, more: object = {}) =>
  house.as("alliance").post(`/trainers/${house.idOf(who)}/appointments`, {
    ...{ from: dayIn(0), level: "junior", teamIds: [teamId], ...more },
  });
const trainersOn = async (day: string) => {
  const found = await house.as("auditor").get<Trainers>(`/trainers?day=${day}`);
  return { ...found, who: found.items.map(({ memberId }) => house.whoIs(memberId)).toSorted() };
};
const plan = (days: number, more: object = {}) =>
  house.as("alliance").post<Class>("/classes", {
    ...{ courseId, trainerIds: [house.idOf("partyA1")], place: "三楼培训室", seats: 5 },
    sessions: [{ startsAt: house.day(days, "14:00"), endsAt: house.day(days, "16:00") }],
    ...more,
  });
const putDown = async (one: Class, who: Who) => {
  await house.advanceTo(one.sessions[0]?.startsAt ?? "");
  const memberIds = [house.idOf(who)];
  await house.as("alliance").post(`/classes/${one.id}/sessions/${one.sessions[0]?.id}/attendances`, { memberIds });
  await house.advanceTo(one.sessions[0]?.endsAt ?? "");
};
const told = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 100 })).items.map(
    ({ template }) => template,
  );

describe("a trainer", () => {
  it("is told of the appointment, and teaches on its days alone", async () => {
    await appoint("partyA1", { until: dayIn(10) });
    const one = await plan(9);
    await house.as("alliance").post(`/classes/${one.id}/cancellation`, { reason: "场地不可用" });

    await expect(plan(11)).rejects.toMatchObject({ code: "class.not_trainer" });
    expect(await told("partyA1")).toContain("trainer.appointed");
  });

  it("who leaves the company is none from the leaving day on by itself, and is listed to be ended", async () => {
    await appoint("freeB1");
    const path = `/members/${house.idOf("freeB1")}`;
    const { version } = await house.as("admin").get<{ version: number }>(path);
    await house.as("admin").patch(path, { version, leftOn: dayIn(3) });

    expect((await trainersOn(dayIn(2))).who).toContain("freeB1");
    expect((await trainersOn(dayIn(3))).who).not.toContain("freeB1");
    await house.advanceTo(house.day(3, "09:00"));
    const { offenders } = await trainersOn(dayIn(0));
    expect(offenders.map(({ memberId, why }) => [house.whoIs(memberId), why])).toEqual([["freeB1", "left"]]);
    await house.as("alliance").post(`/trainers/${house.idOf("freeB1")}/appointments/${dayIn(-3)}/end`, {
      ...{ until: dayIn(-1), reason: "已离职" },
    });
    expect((await trainersOn(dayIn(0))).offenders).toEqual([]);
  });

  it("counts as a party member by the status of the day, and one appointment fewer is one fewer", async () => {
    await appoint("freeA1");
    const before = await trainersOn(dayIn(0));
    const path = `/members/${house.idOf("freeA1")}`;
    const { version } = await house.as("admin").get<{ version: number }>(path);
    await house.as("admin").patch(path, { version, politicalStatus: "partyMember", from: dayIn(1) });

    expect([before.who, before.party]).toEqual([["freeA1", "partyA1"], 1]);
    expect((await trainersOn(dayIn(1))).party).toBe(2);
    await house.as("alliance").post(`/trainers/${house.idOf("freeA1")}/appointments/${dayIn(0)}/end`, {
      ...{ until: dayIn(0), reason: "本人要求" },
    });
    expect((await trainersOn(dayIn(1))).who).toEqual(["partyA1"]);
  });
});

describe("the yearly plan", () => {
  const year = () => Number(dayIn(0).slice(0, 4));
  const quarterOf = (day: string) => Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const cell = async (day: string, of = year()) => {
    const { items } = await house.as("freeA2").get<Plan>(`/training-plans/${of}`);
    return items.find((line) => line.teamId === teamId)?.cells[quarterOf(day)];
  };

  it("turns from missing to planned to held, and lists the class behind the cell", async () => {
    const before = await cell(dayIn(1));
    const one = await plan(1);
    const day = dayIn(1);
    const planned = await cell(day);
    await putDown(one, "freeA2");

    expect([before?.colour, planned?.colour, (await cell(day))?.colour]).toEqual(["missing", "planned", "held"]);
    expect((await cell(day))?.classes).toMatchObject([{ state: "held" }]);
  });

  it("wants as many classes as the alliance says for the team and the year", async () => {
    const path = `/training-plans/${year()}/teams/${teamId}`;
    await expect(house.as("lead").put(path, { perQuarter: 0 })).rejects.toMatchObject({ status: 403 });
    await expect(house.as("alliance").put(path, { perQuarter: -1 })).rejects.toMatchObject({ code: "input.invalid" });
    await house.as("alliance").put(path, { perQuarter: 2 });

    expect((await cell(dayIn(0)))?.colour).toBe("missing");
    expect((await cell(`${year() - 1}-01-01`, year() - 1))?.isOverdue).toBe(true);
  });
});

it("counts an external class that somebody attended against them in the order for external places", async () => {
  const external = await addCourse("省公司装维认证", "external");
  const one = await plan(1, { courseId: external, trainerIds: [], outside: "省公司" });
  await house.as("freeA2").put(`/classes/${one.id}/seats/me`, {});
  await putDown(one, "freeA2");
  const { items } = await house
    .as("admin")
    .get<{ items: { id: string; name: string; version: number }[] }>("/units?kind=department");
  const department = items.find(({ name }) => name === "市场一部");
  const headId = house.idOf("counterHead");
  await house.as("admin").patch(`/units/${department?.id}`, { headId, version: department?.version });
  const offered = await house.as("alliance").post<{ id: string; version: number }>("/nominations", {
    ...{ title: "装维高级班", organizer: "省公司", about: "三天。", departmentId: department?.id, places: 1 },
    ...{ startsOn: dayIn(30), endsOn: dayIn(32), requires: {} },
    draw: { source: "福彩双色球下一期开奖号码", knownFrom: house.day(5, "21:30") },
  });
  const candidates = (["freeA2", "partyA2"] as const).map((who) => ({ memberId: house.idOf(who), score: "90" }));
  const { sheet } = await house
    .as("counterHead")
    .put<{ sheet: { memberId: string; external: number; aheadBy?: string }[] }>(
      `/nominations/${offered.id}/candidates`,
      { candidates, version: offered.version },
    );

  expect(sheet.map(({ memberId, external: count }) => [house.whoIs(memberId), count])).toEqual([
    ["partyA2", 0],
    ["freeA2", 1],
  ]);
  expect(sheet[0]?.aheadBy).toBe("external");
  expect(house.faults).toEqual([]);
});

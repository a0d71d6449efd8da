import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Class {
  id: string;
  version: number;
  state: string;
  place: string;
  seats: number;
  trainerIds: string[];
  sessions: { id: string; startsAt: string; endsAt: string; placed: number; waiting: number }[];
}
interface Own {
  sessions: {
    sessionId: string;
    seat?: string;
    queue?: number;
    present: boolean;
    faults: { code: string }[];
    onShift?: object;
  }[];
  result?: { outcome: string; certificate?: { skill: string; until?: string } };
}
interface People {
  items: { memberId: string; seats: { state: string }[]; attended: { how: string }[]; result?: { outcome: string } }[];
}

let house: Alliance;
let courseId = "";
let employeesCourse = "";
beforeAll(async () => {
  house = await openAlliance();
  for (const who of ["partyA1", "freeB1"] as const) await appoint(who);
  const course = { title: "急救", about: "心肺复苏和包扎。", kind: "internal" };
  const certifies = { skill: "急救", months: 12 };
  courseId = (
    await house.as("alliance").post<{ id: string }>("/courses", { ...course, audience: "volunteers", certifies })
  ).id;
  employeesCourse = (
    await house.as("alliance").post<{ id: string }>("/courses", { ...course, title: "能手计划", audience: "employees" })
  ).id;
});
afterAll(() => house.close());

const appoint = async (who: Who) => {
  const id = house.idOf(who);
  const { version } = await house.as("admin").get<{ version: number }>(`/members/${id}`);
  await house.as("admin").patch(`/members/${id}`, { version, trainer: true });
};
const plan = (more: object = {}, by: Who = "alliance") =>
  house.as(by).post<Class>("/classes", {
    courseId,
    trainerIds: [house.idOf("partyA1")],
    place: "三楼培训室",
    room: 30,
    seats: 2,
    sessions: [{ startsAt: house.day(5, "14:00"), endsAt: house.day(5, "16:00") }],
    ...more,
  });
const enrol = (one: Class, who: Who, sessionIds?: string[]) =>
  house.as(who).put<Own>(`/classes/${one.id}/seats/me`, sessionIds ? { sessionIds } : {});
const own = (one: Class, who: Who) => house.as(who).get<Own>(`/classes/${one.id}/seats/me`);
const seatOf = async (one: Class, who: Who) => (await own(one, who)).sessions[0]?.seat;
const people = (one: Class) => house.as("alliance").get<People>(`/classes/${one.id}/people`);
const told = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 200 })).items.map(
    ({ template }) => template,
  );
const session = (one: Class, verb: string, at = 0) => `/classes/${one.id}/sessions/${one.sessions[at]?.id}/${verb}`;
const code = async (one: Class, by: Who = "partyA1") =>
  (await house.as(by).get<{ code: string }>(session(one, "code"))).code;
const start = (one: Class, at = 0) => one.sessions[at]?.startsAt ?? "";
const end = (one: Class) => one.sessions.at(-1)?.endsAt ?? "";
const call = (one: Class) => house.as("alliance").post(`/classes/${one.id}/cancellation`, { reason: "场地不可用" });

describe("a class", () => {
  it("gives its seats first come, first served; who waits moves up when somebody withdraws, and is told once", async () => {
    const one = await plan();
    await enrol(one, "freeA1");
    await enrol(one, "freeA2");
    const third = await enrol(one, "partyA2");
    await enrol(one, "partyA3");
    await enrol(one, "partyA2");

    expect(third.sessions).toMatchObject([{ seat: "waiting", queue: 1 }]);
    await house.as("freeA1").delete(`/classes/${one.id}/seats/me`);
    await house.as("freeA1").delete(`/classes/${one.id}/seats/me`);
    expect([await seatOf(one, "freeA1"), await seatOf(one, "partyA2"), await seatOf(one, "partyA3")]).toEqual([
      undefined,
      "placed",
      "waiting",
    ]);
    expect((await told("partyA2")).filter((template) => template === "class.movedUp")).toHaveLength(1);
    expect(await told("partyA3")).not.toContain("class.movedUp");
    await enrol(one, "freeA1");
    expect((await own(one, "freeA1")).sessions).toMatchObject([{ seat: "waiting", queue: 2 }]);
    await call(one);
  });

  it("holds no more people than seats, whoever enrols at the same moment", async () => {
    const one = await plan({ seats: 3 });
    const many = ["freeA1", "freeA2", "partyA2", "partyA3", "partyA4", "partyB1", "partyB2", "partyB3"] as const;
    await Promise.all(many.map((who) => enrol(one, who)));
    const { items } = await people(one);
    const states = items.flatMap(({ seats }) => seats.map(({ state }) => state)).toSorted();

    expect(states).toEqual([...Array(3).fill("placed"), ...Array(5).fill("waiting")]);
    await call(one);
  });

  it("keeps the time free both ways: a place in an activity blocks a seat, a seat a place, and one's shift is shown", async () => {
    const one = await plan();
    const activity = await house.startActivity({
      in: 5,
      sessions: [
        {
          startsAt: house.day(5, "15:00"),
          endsAt: house.day(5, "17:00"),
          positions: [{ name: "服务员", headCount: 3 }],
        },
      ],
    });
    await house.putShifts([{ who: "partyA3", post: "话务员", from: activity.at("08:00"), to: activity.at("20:00") }]);
    await house.signUp(activity, "partyA2");
    await enrol(one, "freeA1");

    await expect(enrol(one, "partyA2")).rejects.toMatchObject({ code: "class.enrol_busy_activity" });
    expect((await own(one, "partyA2")).sessions[0]?.faults).toMatchObject([{ code: "class.enrol_busy_activity" }]);
    await expect(house.signUp(activity, "freeA1")).rejects.toMatchObject({ code: "participation.overlapping" });
    expect((await own(one, "partyA3")).sessions).toMatchObject([{ faults: [], onShift: expect.anything() }]);
    await house.cancel(activity);
    await enrol(one, "partyA2");
    expect(await seatOf(one, "partyA2")).toBe("placed");
    await call(one);
  });

  it("tells who is enrolled of another time or place once, and nobody of a note", async () => {
    const one = await plan();
    await enrol(one, "freeA1");
    const { trainerIds, place, seats } = one;
    const revise = (version: number, more: object) =>
      house.as("alliance").put<Class>(`/classes/${one.id}`, {
        ...{ version, trainerIds, place, seats },
        sessions: one.sessions.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
        ...more,
      });
    const noted = await revise(one.version, { note: "带笔" });
    const count = async () => (await told("freeA1")).filter((template) => template === "class.changed").length;
    const before = await count();
    const moved = await revise(noted.version, {
      sessions: one.sessions.map(({ id }) => ({ id, startsAt: house.day(6, "09:00"), endsAt: house.day(6, "11:00") })),
    });

    expect([before, await count()]).toEqual([0, 1]);
    await expect(revise(noted.version, { place: "别处" })).rejects.toMatchObject({ code: "edit.changed" });
    await house.advanceTo(start(moved));
    expect(await told("freeA1")).toContain("class.startsSoon");
    expect((await told("freeA1")).filter((template) => template === "class.startsSoon")).toHaveLength(1);
    expect(house.faults).toEqual([]);
  });

  it("called off frees its seats, and says so to everybody who had or waited for one", async () => {
    const one = await plan({ seats: 1 });
    await enrol(one, "freeA2");
    await enrol(one, "partyA4");
    await call(one);

    expect([await told("freeA2"), await told("partyA4")].map((all) => all.includes("class.cancelled"))).toEqual([
      true,
      true,
    ]);
    await expect(enrol(one, "freeB1")).rejects.toMatchObject({ code: "class.enrol_cancelled" });
    const other = await plan();
    await enrol(other, "freeA2");
    expect(await seatOf(other, "freeA2")).toBe("placed");
    await call(other);
  });
});

describe("a class that is planned badly", () => {
  it.each([
    ["without a trainer", { trainerIds: [] }, "class.trainer_missing"],
    ["with more seats than the room holds", { seats: 31 }, "class.seats_above_room"],
    ["with no seat", { seats: 0 }, "input.invalid"],
    [
      "in the past",
      { sessions: [{ startsAt: "2026-01-05T01:00:00.000Z", endsAt: "2026-01-05T02:00:00.000Z" }] },
      "class.past",
    ],
    [
      "that ends before it begins",
      { sessions: [{ startsAt: "2027-01-05T02:00:00.000Z", endsAt: "2027-01-05T01:00:00.000Z" }] },
      "class.session_invalid",
    ],
  ])("%s is refused", async (_, more, code) => {
    await expect(plan(more)).rejects.toMatchObject({ code });
  });

  it("by somebody who is no trainer, or has left by then, is refused", async () => {
    await expect(plan({ trainerIds: [house.idOf("partyA2")] })).rejects.toMatchObject({ code: "class.not_trainer" });
    const id = house.idOf("freeB1");
    const { version } = await house.as("admin").get<{ version: number }>(`/members/${id}`);
    await house.as("admin").patch(`/members/${id}`, { version, leftOn: house.day(3, "00:00").slice(0, 10) });

    await expect(plan({ trainerIds: [id] })).rejects.toMatchObject({ code: "class.trainer_left" });
    await expect(plan({}, "freeA1")).rejects.toMatchObject({ status: 403 });
  });
});

describe("a class that is held", () => {
  it("takes in by the code who has a seat, by the trainer's roll whoever came, and nobody twice", async () => {
    const one = await plan({ seats: 3 });
    for (const who of ["freeA1", "freeA2"] as const) await enrol(one, who);
    await expect(code(one)).rejects.toMatchObject({ code: "class.too_early" });
    await house.advanceTo(start(one));
    const shown = await code(one);
    await expect(code(one, "freeA1")).rejects.toMatchObject({ status: 403 });
    await house.as("freeA1").post(session(one, "check-in"), { code: shown });
    await house.as("freeA1").post(session(one, "check-in"), { code: shown });
    const wrong = shown === "000000" ? "000001" : "000000";
    await expect(house.as("freeA2").post(session(one, "check-in"), { code: wrong })).rejects.toMatchObject({
      code: "attendance.code_invalid",
    });
    await expect(house.as("partyA2").post(session(one, "check-in"), { code: shown })).rejects.toMatchObject({
      code: "class.not_enrolled",
    });
    const put = (...who: Who[]) =>
      house.as("partyA1").post<People>(session(one, "attendances"), { memberIds: who.map(house.idOf) });
    await put("freeA2", "partyA2");
    await expect(put("partyA3")).rejects.toMatchObject({ code: "class.no_seat" });
    await expect(put("partyA1")).rejects.toMatchObject({ code: "class.own_attendance" });
    const { items } = await people(one);

    expect(
      items
        .flatMap(({ memberId, attended }) => attended.map(({ how }) => `${house.whoIs(memberId)} ${how}`))
        .toSorted(),
    ).toEqual(["freeA1 code", "freeA2 roll", "partyA2 roll"]);
    await house
      .as("partyA1")
      .post(`/classes/${one.id}/sessions/${one.sessions[0]?.id}/attendances/${house.idOf("partyA2")}/void`, {
        reason: "点错了人",
      });
    expect((await people(one)).items.flatMap(({ attended }) => attended)).toHaveLength(2);
    await house.advanceTo(end(one));
    await house.as("partyA1").post(`/classes/${one.id}/close`);
    await expect(put("partyA2")).rejects.toMatchObject({ code: "class.closed" });
  });

  it("is failed by one and passed by others, gives the skill and its trainer a point, and is renewed a year later", async () => {
    const one = await plan({ seats: 5 });
    const learners = ["freeA1", "freeA2", "partyA2"] as const;
    for (const who of learners) await enrol(one, who);
    await house.advanceTo(start(one));
    await house.as("partyA1").post(session(one, "attendances"), { memberIds: learners.map(house.idOf) });
    const results = (...items: [Who, string][]) =>
      house.as("partyA1").post(`/classes/${one.id}/results`, {
        items: items.map(([who, outcome]) => ({ memberId: house.idOf(who), outcome })),
      });
    await expect(results(["freeA1", "passed"])).rejects.toMatchObject({ code: "result.too_early" });
    await house.advanceTo(end(one));
    await expect(results(["freeA1", "passed"], ["partyA3", "passed"])).rejects.toMatchObject({ code: "result.absent" });
    await results(["freeA1", "passed"], ["freeA2", "failed"], ["partyA2", "passed"]);
    await expect(results(["freeA1", "failed"])).rejects.toMatchObject({ code: "result.known" });
    await house.as("partyA1").post(`/classes/${one.id}/close`);
    const skill = async (who: Who) =>
      (
        await house
          .as("admin")
          .get<{ skills: string[]; skillsUntil?: Record<string, string> }>(`/members/${house.idOf(who)}`)
      ).skillsUntil?.急救;
    const day = end(one).slice(0, 10);
    const nextYear = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

    expect([await skill("freeA1"), await skill("freeA2"), await skill("partyA2")]).toEqual([
      nextYear,
      undefined,
      nextYear,
    ]);
    expect(await told("freeA1")).toContain("result.certified");
    expect(await told("freeA2")).toContain("result.failed");
    const points = await house
      .as("partyA1")
      .get<{ entries: { items: { kind: string; points: string; title: string }[] } }>(
        `/members/${house.idOf("partyA1")}/points?year=${day.slice(0, 4)}`,
      );
    expect(
      points.entries.items.filter(({ kind }) => kind === "training").map((one) => [one.title, one.points]),
    ).toEqual([
      ["急救", "1.00"],
      ["急救", "1.00"],
    ]);

    await house.as("alliance").post(`/classes/${one.id}/results/${house.idOf("partyA2")}/correction`, {
      outcome: "failed",
      reason: "试卷串行",
    });
    expect([await skill("partyA2"), (await own(one, "partyA2")).result?.outcome]).toEqual([undefined, "failed"]);

    await house.advanceTo(`${nextYear.slice(0, 4)}-${nextYear.slice(5)}T00:00:00.000Z`);
    expect((await told("freeA1")).filter((template) => template === "member.skillEnds")).toHaveLength(3);
    const again = await plan();
    await enrol(again, "freeA1");
    await house.advanceTo(start(again));
    await house.as("partyA1").post(session(again, "attendances"), { memberIds: [house.idOf("freeA1")] });
    await house.advanceTo(end(again));
    await house
      .as("partyA1")
      .post(`/classes/${again.id}/results`, { items: [{ memberId: house.idOf("freeA1"), outcome: "passed" }] });
    const renewed = end(again).slice(0, 10);
    expect(await skill("freeA1")).toBe(`${Number(renewed.slice(0, 4)) + 1}${renewed.slice(4)}`);
    expect(house.faults).toEqual([]);
  });

  it("closes by itself a week after its end, and posts its points once", async () => {
    const one = await plan();
    await enrol(one, "freeA1");
    await house.advanceTo(start(one));
    await house.as("partyA1").post(session(one, "attendances"), { memberIds: [house.idOf("freeA1")] });
    await house.advanceTo(new Date(Date.parse(end(one)) + 7 * 86_400_000 + 1000).toISOString());
    const { state } = await house.as("alliance").get<Class>(`/classes/${one.id}`);
    await house.as("partyA1").post(`/classes/${one.id}/close`);
    const { entries } = await house
      .as("partyA1")
      .get<{ entries: { items: { kind: string; title: string }[] } }>(
        `/members/${house.idOf("partyA1")}/points?year=${end(one).slice(0, 4)}`,
      );

    expect(state).toBe("closed");
    expect(entries.items.filter(({ kind }) => kind === "training")).toMatchObject([
      { title: "急救" },
      { title: "急救" },
    ]);
    expect((await told("partyA1")).filter((template) => template === "class.pointsPosted").length).toBeGreaterThan(0);
  });

  it("that was held before is entered with who was there by number, and closed by somebody else", async () => {
    const held = { sessions: [{ startsAt: house.day(-30, "14:00"), endsAt: house.day(-30, "16:00") }] };
    await expect(plan(held)).rejects.toMatchObject({ code: "class.past" });
    const one = await plan({ ...held, seats: 10, courseId: employeesCourse, late: "系统上线前的课" });
    const put = (numbers: string[]) => house.as("alliance").post<People>(session(one, "attendances"), { numbers });
    await expect(put(["9999"])).rejects.toMatchObject({ code: "class.unknown_numbers" });
    await put(["0012", "0013", "0024"]);
    await expect(house.as("alliance").post(`/classes/${one.id}/close`)).rejects.toMatchObject({
      code: "class.own_entry",
    });
    const closed = await house.as("partyA1").post<Class>(`/classes/${one.id}/close`);

    expect(closed.state).toBe("closed");
    expect((await people(one)).items.flatMap(({ attended }) => attended)).toMatchObject(
      Array(3).fill({ how: "paper" }),
    );
  });

  it("is proposed to whoever holds its skill when that is about to end, until it has begun", async () => {
    const id = house.idOf("partyA3");
    const { version } = await house.as("admin").get<{ version: number }>(`/members/${id}`);
    const until = house.day(40, "12:00").slice(0, 10);
    await house.as("admin").patch(`/members/${id}`, { version, skills: ["急救"], skillsUntil: { 急救: until } });
    const one = await plan({ sessions: [{ startsAt: house.day(20, "14:00"), endsAt: house.day(20, "16:00") }] });
    await house.advanceTo(house.day(11, "10:00"));
    const first = await told("partyA3");
    await house.advanceTo(house.day(24, "10:00"));
    const all = await told("partyA3");

    expect(first.filter((template) => template.startsWith("member.skill"))).toEqual(["member.skillRenews"]);
    expect(all.filter((template) => template.startsWith("member.skill")).toSorted()).toEqual([
      "member.skillEnds",
      "member.skillRenews",
    ]);
    expect(one.state).toBe("planned");
    expect(house.faults).toEqual([]);
  });
});

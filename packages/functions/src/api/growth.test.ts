import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: "2026-09-01T01:00:00.000Z" });
const { given, when, clock } = alliance;
afterAll(() => alliance.close());
const PEOPLE = [1, 2, 3, 4, 5, 6];
beforeEach(async () => {
  await alliance.clear();
  await given.members(...PEOPLE, 7, "organizer", "alliance", "lead");
});

const TRAINER = 7;
const programme = (over: object = {}) => ({
  ...{
    title: "服务礼仪提升",
    about: "接待与拍照。",
    from: "2026-09-10",
    until: "2026-10-10",
    skills: ["接待", "拍照"],
  },
  ...{ memberIds: PEOPLE.map((number) => memberIdOf(number)), trainerIds: [memberIdOf(TRAINER)] },
  ...over,
});
const planned = async (over: object = {}) =>
  (await when("alliance").post("/programmes", programme(over))).body as { id: string; version: number };
const rate = (who: number, id: string, phase: string, levels: object) =>
  when(who).post(`/programmes/${id}/ratings`, { phase, levels });
const levels = async (id: string) => (await when("alliance").get(`/programmes/${id}/levels`)).body;

describe("a programme", () => {
  it("is planned by the alliance alone, and read by its trainers, who see whom they rate", async () => {
    const denied = await when("organizer").post("/programmes", programme());
    const { id } = await planned();
    const asTrainer = await when(TRAINER).get(`/programmes/${id}/own`);
    const [outside, own] = [
      await when("lead").get(`/programmes/${id}/own`),
      await when(1).get(`/programmes/${id}/own`),
    ];

    expect([denied.status, outside.status]).toEqual([403, 403]);
    expect((await when(TRAINER).get(`/programmes/${id}`)).body.title).toBe("服务礼仪提升");
    expect((await when(1).get(`/programmes/${id}`)).status).toBe(403);
    expect(asTrainer.body.people).toHaveLength(6);
    expect(own.body).toMatchObject({ phase: "before", own: { self: {}, trainer: {} } });
    expect(own.body.people).toBeUndefined();
  });

  it.each([
    ["with a day that there is not", { from: "2026-02-30" }, "input.invalid"],
    ["that ends before it begins", { until: "2026-09-01" }, "growth.days_wrong"],
    ["whose trainer takes part", { trainerIds: [memberIdOf(1)] }, "growth.trainer_taking_part"],
    ["with somebody who is not on the roster", { memberIds: ["mem_nobody"] }, "growth.person_unknown"],
    ["without a skill", { skills: [] }, "input.invalid"],
  ])("is refused %s", async (_, over, code) => {
    expect((await when("alliance").post("/programmes", programme(over))).body.code).toBe(code);
  });

  it("has no trainer who is no volunteer", async () => {
    await given.member(8, { volunteerSince: undefined } as never);
    const { body } = await when("alliance").post("/programmes", programme({ trainerIds: [memberIdOf(8)] }));

    expect(body.code).toBe("growth.trainer_no_volunteer");
  });
});

describe("how far people are", () => {
  it("is shown as the change of pairs, once nothing of it changes any more", async () => {
    const { id } = await planned();
    for (const who of PEOPLE) await rate(who, id, "before", { 接待: 1, 拍照: 1 });
    clock.at = "2026-10-11T01:00:00.000Z";
    for (const who of PEOPLE.slice(0, 5)) await rate(who, id, "after", { 接待: 3 });
    const running = (await levels(id)).skills;
    clock.at = "2026-10-24T16:00:00.000Z";
    const { skills } = await levels(id);

    expect(running).toEqual({ isOpen: true, shownFrom: "2026-10-24T16:00:00.000Z" });
    expect(skills.changes).toEqual([
      {
        ...{ skill: "接待", rater: "self", pairs: 5, means: { before: "1.00", after: "3.00", change: "+2.00" } },
        ...{ before: [{ from: 0, to: 4, n: 5 }], after: [{ from: 0, to: 4, n: 5 }] },
      },
      { skill: "接待", rater: "trainer" },
      { skill: "拍照", rater: "self" },
      { skill: "拍照", rater: "trainer" },
    ]);
  });

  it("is said by a trainer of the programme, of nobody outside, and of a level from 0 to 4", async () => {
    const { id } = await planned();
    const path = (who: number) => `/programmes/${id}/ratings/${memberIdOf(who)}`;
    const said = { phase: "before", levels: { 接待: 2 } };
    const taken = await when(TRAINER).post(path(1), said);
    const outside = await when(TRAINER).post(path(8), said);
    const colleague = await when(2).post(path(1), said);
    const five = await rate(1, id, "before", { 接待: 5 });
    const early = await rate(1, id, "after", { 接待: 3 });
    const own = (await when(1).get(`/programmes/${id}/own`)).body.own;

    expect(taken.body.people[0].trainer).toEqual({ before: { 接待: 2 } });
    expect([outside.body.code, colleague.body.code]).toEqual(["growth.not_taking_part", "permission.denied"]);
    expect([five.body.code, early.body.code]).toEqual(["input.invalid", "growth.after_early"]);
    expect(own).toEqual({ self: {}, trainer: { before: { 接待: 2 } } });
  });
});

describe("the forms of a programme", () => {
  const answer = (who: number, form: string, items: number[]) => when(who).post(`/forms/${form}/answers`, { items });
  const classForm = async (id: string, title = "第一课") =>
    (await when(TRAINER).post(`/programmes/${id}/class-forms`, { title })).body.items[0].id as string;

  it("ask each once and without names, and show their totals once they are closed", async () => {
    const { id } = await planned();
    const form = await classForm(id);
    for (const who of PEOPLE.slice(0, 5)) await answer(who, form, [5, 4, 5]);
    const [twice, short] = [await answer(1, form, [1, 1, 1]), await answer(6, form, [5])];
    const outside = await answer(8, form, [1, 1, 1]);
    const before = (await levels(id)).reaction;
    clock.at = "2026-09-08T01:00:00.000Z";
    const late = await answer(6, form, [1, 1, 1]);
    const { reaction } = await levels(id);

    expect([twice.body.code, short.body.code, late.body.code]).toEqual([
      ...["form.answered", "form.items_wrong", "form.closed"],
    ]);
    expect(outside.status).toBe(401);
    expect(before.forms[0]).toMatchObject({ isOpen: true });
    expect(before.forms[0].answered).toBeUndefined();
    expect(reaction.total.answered).toEqual({ n: 5, percent: "83.3%" });
    expect(reaction.forms[0].items[1].mean).toBe("4.00");
  });

  it("keep no row that says both who answered and what", async () => {
    const { id } = await planned();
    const form = await classForm(id);
    await when(1).post(`/forms/${form}/answers`, { items: [5, 4, 5], comment: "很有用" });
    const { forms } = alliance.useCases;
    const audit = JSON.stringify((await when("alliance").get(`/audit?subjectId=${id}`)).body);

    expect(await forms.answers(form)).toEqual([{ questions: 1, items: [5, 4, 5], comment: "很有用" }]);
    expect(await forms.answeredBy(form, [memberIdOf(1), memberIdOf(2)])).toEqual(new Set([memberIdOf(1)]));
    expect(audit).not.toContain("很有用");
  });

  it("ask the group until it begins, once, and again two weeks after it ended", async () => {
    const { id } = await planned();
    const asked = await when("alliance").post(`/programmes/${id}/group-forms`, {});
    const again = await when("alliance").post(`/programmes/${id}/group-forms`, {});
    const { closesAt } = asked.body.items[0];
    const rows = await alliance.useCases.outbox.due("2026-10-24T01:00:00.000Z", 20, "work");

    expect([closesAt, again.body.code]).toEqual(["2026-09-09T16:00:00.000Z", "form.known"]);
    expect(rows.filter(({ effect }) => effect.kind === "form.open").map(({ effect }) => effect.dueAt)).toEqual([
      "2026-10-24T01:00:00.000Z",
    ]);
  });

  it("are refused once the programme has begun, and take no answer once they are called off", async () => {
    const { id } = await planned();
    const form = await classForm(id);
    await when(TRAINER).post(`/forms/${form}/call-off`, { reason: "题目有误" });
    const off = await answer(1, form, [5, 5, 5]);
    clock.at = "2026-09-10T01:00:00.000Z";
    const late = await when("alliance").post(`/programmes/${id}/group-forms`, {});

    expect([off.body.code, late.body.code]).toEqual(["form.called_off", "form.too_late"]);
  });
});

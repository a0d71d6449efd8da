import { openForm } from "@yigong/application/form/open-form.ts";
import { beginProgramme } from "@yigong/application/growth/plan-programme.ts";
import { ratePerson } from "@yigong/application/growth/rate-person.ts";
import { Form } from "@yigong/core/form/index.ts";
import { QUESTIONS } from "@yigong/core/form/questions.ts";
import { Programme } from "@yigong/core/growth/index.ts";
import { numberOf, WHO, type Who } from "@yigong/testing/sample/people.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

const PEOPLE = ["partyA2", "partyA3", "partyB1", "partyB2", "partyB3", "freeA1", "freeA2"] as const;
const TRAINER = "partyA1";
const SKILLS = ["接待礼仪", "方言沟通", "无线网络检修"];
const system = { actorId: "system" };

interface Houses extends Pick<PhoneHouse, "house"> {}
const useCasesOf = ({ house }: Houses) => house.machine.app.useCases;

/** Answers that differ from person to person, and rise by `more`. */
const stepOf = (person: number, item: number, more = 0) => Math.min(5, 2 + ((person + item) % 3) + more);

/** Has the first of some people answer a form as it was asked then. */
async function answered(phones: Houses, form: Form.Info, people: readonly Who[], more = 0): Promise<void> {
  const { forms, random } = useCasesOf(phones);
  for (const [person, who] of people.entries()) {
    const items = Array.from({ length: QUESTIONS[form.kind] }, (_, item) => stepOf(person, item, more));
    const comment = person === 2 ? "希望多一些现场演练，少一些讲解。" : undefined;
    const given = Form.answered(form, { items, comment }, { at: form.opensAt });
    await forms.answer(form.id, phones.house.idOf(who), { answerId: random(32), given });
  }
}

/** What everybody attained, before and in the programme of the company. */
async function importWork({ house }: Houses): Promise<void> {
  const rows = WHO.map((who, at) => {
    const isOwn = (PEOPLE as readonly Who[]).includes(who);
    return [numberOf(who), "能手计划", "2026-Q2", `${isOwn ? 104 : 100 + (at % 2)}.5%`, "营业员", "98"].join(",");
  });
  const form = new FormData();
  form.append("kind", "performance");
  form.append("file", new File([["工号,项目,期间,完成率,岗位,起始完成率", ...rows].join("\n")], "能手计划.csv"));
  const { id } = await house.as("admin").send<{ id: string }>("/imports", form);
  await house.as("admin").post(`/imports/${id}/apply`, {});
}

/** A programme of last spring, with what came of it. */
async function makePast(phones: Houses): Promise<string> {
  const { house } = phones;
  const w = useCasesOf(phones);
  const id = Programme.Id.parse(w.newId("prg"));
  const writing = Programme.Writing.parse({
    ...{ title: "社区服务能手培养", about: "六周内三次集中授课、两次跟岗，由志愿讲师带教。", skills: SKILLS },
    ...{ from: "2026-05-10", until: "2026-06-10" },
    ...{ memberIds: PEOPLE.map(house.idOf), trainerIds: [house.idOf(TRAINER)] },
    performance: { programme: "能手计划", period: "2026-Q2" },
  });
  const begun = "2026-05-01T01:00:00.000Z";
  await beginProgramme(w)(writing, { id, by: system, at: begun });
  for (const [person, who] of PEOPLE.entries())
    for (const rater of ["self", "trainer"] as const)
      for (const [phase, at, more] of [
        ["before", "2026-05-09T01:00:00.000Z", 0],
        ["after", "2026-06-12T01:00:00.000Z", 1],
      ] as const) {
        const levels = Object.fromEntries(SKILLS.map((skill, item) => [skill, ((person + item) % 3) + more]));
        const key = { programmeId: id as string, memberId: house.idOf(who), rater, phase };
        await ratePerson(w)(key, levels, { by: { actorId: house.idOf(TRAINER) }, at });
      }
  const group = {
    aboutId: id as string,
    title: writing.title,
    ownerIds: writing.trainerIds,
    memberIds: writing.memberIds,
  };
  const asked = (moment: "before" | "after", opensAt: string, closesAt: string) =>
    openForm(w)({ kind: "cohesion", moment, ...group, opensAt, closesAt }, { by: system, at: opensAt });
  await answered(phones, await asked("before", begun, "2026-05-09T16:00:00.000Z"), PEOPLE);
  const after = await asked("after", "2026-06-24T01:00:00.000Z", "2026-07-08T01:00:00.000Z");
  await answered(phones, after, PEOPLE.slice(1), 1);
  const opensAt = "2026-05-20T01:00:00.000Z";
  const lesson = { kind: "reaction" as const, ...group, title: "第一课：入户沟通", opensAt };
  const formId = Form.Id.parse(w.newId("frm"));
  const closing = { ...lesson, id: formId, closesAt: "2026-05-27T01:00:00.000Z" };
  await answered(phones, await openForm(w)(closing, { by: system, at: opensAt }), PEOPLE);
  return id;
}

const ON_NOW = { title: "营业厅适老服务提升", about: "面向老年客户的讲解和陪同。", skills: ["耐心讲解", "协助操作"] };

/** A programme whose people are rated now. */
async function makeRunning({ house }: Houses): Promise<string> {
  const day = (days: number) => house.day(days, "09:00").slice(0, 10);
  const people = { memberIds: PEOPLE.map(house.idOf), trainerIds: [house.idOf(TRAINER)] };
  const programme = { ...ON_NOW, ...people, from: day(7), until: day(40) };
  return (await house.as("alliance").post<{ id: string }>("/programmes", programme)).id;
}

/** Six years of satisfaction, one of them asked here. */
async function makeSatisfaction(phones: Houses): Promise<void> {
  const { house } = phones;
  const w = useCasesOf(phones);
  for (const [year, index] of [
    [2020, "91.7"],
    [2021, "94.5"],
    [2022, "93.8"],
    [2024, "92.0"],
  ] as const)
    await house.as("alliance").post(`/satisfaction/${year}`, { index, source: `${year}年度员工满意度调查报告` });
  const about = { title: "2025年员工满意度", aboutId: "2025", ownerIds: [], asked: WHO.length };
  const span = { opensAt: "2025-12-01T01:00:00.000Z", closesAt: "2025-12-15T10:00:00.000Z" };
  const opened = await openForm(w)({ kind: "satisfaction", ...about, ...span }, { by: system, at: span.opensAt });
  await answered(phones, opened, WHO.slice(0, 18), 1);
}

/** The pages of growth at a desk, before and after there is something. */
export async function growthAtDesk(phones: PhoneHouse, visit: Visit): Promise<void> {
  await visit({ name: "programmes-empty", who: "alliance", path: "/console/programmes" });
  await visit({ name: "satisfaction-empty", who: "alliance", path: "/console/satisfaction" });
  await importWork(phones);
  const id = await makePast(phones);
  await makeRunning(phones);
  await makeSatisfaction(phones);
  await visit({ name: "programmes", who: "alliance", path: "/console/programmes" });
  for (const tab of ["skills", "reaction", "learning", "behaviour", "results", "group"])
    await visit({ name: `programme-${tab}`, who: "alliance", path: `/console/programmes/${id}?tab=${tab}` });
  await visit({
    name: "programme-add",
    who: "alliance",
    path: "/console/programmes",
    act: (page) => page.getByRole("button", { name: /^(新建培养项目|Plan a programme)$/ }).click(),
  });
  await visit({
    name: "programme-mark",
    who: "alliance",
    path: `/console/programmes/${id}`,
    act: (page) => page.getByRole("button", { name: /^(评行为|Mark somebody)$/ }).click(),
  });
  await visit({ name: "satisfaction", who: "auditor", path: "/console/satisfaction" });
  await visit({
    name: "satisfaction-ask",
    who: "alliance",
    path: "/console/satisfaction",
    act: (page) => page.getByRole("button", { name: /^(发起调查|Ask employees)$/ }).click(),
  });
  await visit({
    name: "satisfaction-state",
    who: "alliance",
    path: "/console/satisfaction",
    act: (page) => page.getByRole("button", { name: /^(录入某年|Record a year)$/ }).click(),
  });
}

/** The pages of growth on a phone. */
export async function growthOnPhone(phones: PhoneHouse, visit: Visit): Promise<void> {
  const { house } = phones;
  const id = await makeRunning(phones);
  await house.as("alliance").post(`/programmes/${id}/group-forms`);
  const [group] = await useCasesOf(phones).forms.about(id);
  const { surveys } = await house
    .as("alliance")
    .post<{ surveys: { form: { id: string } }[] }>("/satisfaction/2026/survey", { closesAt: house.day(14, "18:00") });
  await visit({ name: "rate-self", who: "freeA1", path: `/m/programmes/${id}` });
  await visit({ name: "rate-people", who: TRAINER, path: `/m/programmes/${id}` });
  await visit({ name: "rate-person", who: TRAINER, path: `/m/programmes/${id}/${house.idOf("partyB1")}` });
  await visit({ name: "form-group", who: "freeA1", path: `/m/forms/${group?.id}` });
  await visit({ name: "form-satisfaction", who: "freeA1", path: `/m/forms/${surveys[0]?.form.id}` });
  await house.as("freeA2").post(`/forms/${group?.id}/answers`, { items: [4, 4, 3, 5] });
  await visit({ name: "form-answered", who: "freeA2", path: `/m/forms/${group?.id}` });
}

/** What the lead of an activity sees of people of a programme who were there. */
export async function marksOnPhone(phones: PhoneHouse, activityId: string, visit: Visit): Promise<void> {
  const { house } = phones;
  const w = useCasesOf(phones);
  const stop = { who: "organizer", path: `/m/activities/${activityId}/growth` } as const;
  await visit({ name: "growth-marks-none", ...stop });
  const volunteers = WHO.filter((who) => /^(party|free)/.test(who) && who !== TRAINER);
  const writing = Programme.Writing.parse({
    ...ON_NOW,
    ...{ from: "2026-06-01", until: "2026-07-20" },
    ...{ memberIds: volunteers.map(house.idOf), trainerIds: [house.idOf(TRAINER)] },
  });
  const id = Programme.Id.parse(w.newId("prg"));
  await beginProgramme(w)(writing, { id, by: system, at: "2026-05-20T01:00:00.000Z" });
  await visit({ name: "growth-marks", ...stop });
}

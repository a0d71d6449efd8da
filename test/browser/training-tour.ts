import { numberOf, WHO } from "@yigong/testing/sample/people.ts";
import { growthAtDesk, growthOnPhone } from "./growth-tour.ts";
import { mentoringAtDesk, mentoringOnPhone } from "./mentoring-tour.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

interface Made {
  policyId: string;
  courseId: string;
}

const CLAUSES = [
  { heading: "内培", text: "各专业团队每季度至少开班一次，由持证志愿讲师授课，须记录签到与成绩。" },
  { heading: "外培", text: "外出培训名额在同等条件下优先安排志愿者，排序及理由公示三天。" },
];

/** A training policy in its second version, and two courses that follow it. */
export async function makeTraining({ house }: Pick<PhoneHouse, "house">): Promise<Made> {
  const alliance = house.as("alliance");
  const policy = await alliance.post<{ id: string }>("/training-policies", {
    title: "志愿者培训管理办法",
    effectiveOn: "2026-01-01",
    clauses: CLAUSES,
  });
  const course = await alliance.post<{ id: string }>("/courses", {
    title: "家庭宽带与无线网络入户装维规范",
    about: "入户前的准备、线缆检测、无线信道选择，以及向老人讲解如何使用。",
    kind: "internal",
    audience: "volunteers",
    certifies: { skill: "宽带装维", months: 24 },
    clauses: [
      { policyId: policy.id, anchor: "c1" },
      { policyId: policy.id, anchor: "c2" },
    ],
  });
  await alliance.post("/courses", {
    title: "团队拓展",
    about: "一天户外协作。",
    kind: "outward",
    audience: "volunteers",
    aims: ["etiquette", "skill"],
  });
  await alliance.post(`/training-policies/${policy.id}/versions`, {
    effectiveOn: "2027-01-01",
    note: "按委员会意见，外培排序公示改为五天。",
    clauses: [
      { anchor: "c1", ...CLAUSES[0] },
      { anchor: "c2", heading: "外培", text: "外出培训名额在同等条件下优先安排志愿者，排序及理由公示五天。" },
      { heading: "拓展", text: "每年至少一次，写明知识、礼仪、技能中的目的。" },
    ],
    version: 0,
  });
  return { policyId: policy.id, courseId: course.id };
}

/** What everybody attained in a programme of the company. */
async function importResults({ house }: Pick<PhoneHouse, "house">): Promise<void> {
  const rows = WHO.map((who, at) => [numberOf(who), "精英计划", "2026-Q2", `${98 + (at % 7)}.5%`, "营业员"].join(","));
  const form = new FormData();
  form.append("kind", "performance");
  form.append("file", new File([["工号,项目,期间,完成率,岗位", ...rows].join("\n")], "二季度精英计划.csv"));
  const { id } = await house.as("admin").send<{ id: string }>("/imports", form);
  await house.as("admin").post(`/imports/${id}/apply`, {});
}

/** A class that is planned, with people in it, and one that was held with a result. */
async function makeClasses({ house }: Pick<PhoneHouse, "house">, courseId: string) {
  const trainer = house.idOf("partyB1");
  await house.as("alliance").post(`/trainers/${trainer}/appointments`, { from: "2024-01-01", level: "senior" });
  const plan = (days: number, more: object = {}) =>
    house.as("alliance").post<{ id: string; sessions: { id: string }[] }>("/classes", {
      ...{ courseId, trainerIds: [trainer], place: "海陵区营业厅三楼大培训教室", room: 40, seats: 2 },
      sessions: [{ startsAt: house.day(days, "14:00"), endsAt: house.day(days, "16:30") }],
      ...more,
    });
  const ahead = await plan(5);
  for (const who of ["partyA1", "partyA2", "freeA1"] as const)
    await house.as(who).put(`/classes/${ahead.id}/seats/me`, {});
  const held = await plan(-20, { seats: 30, late: "系统上线前已上完" });
  const numbers = (["partyA1", "partyA2", "freeA1"] as const).map(numberOf);
  await house.as("alliance").post(`/classes/${held.id}/sessions/${held.sessions[0]?.id}/attendances`, { numbers });
  await house.as("partyB1").post(`/classes/${held.id}/results`, {
    items: [
      { memberId: house.idOf("partyA1"), outcome: "passed", grade: 5 },
      { memberId: house.idOf("freeA1"), outcome: "failed", grade: 2 },
    ],
  });
  return { ahead, held };
}

/** The pages of training at a desk, before and after there is something. */
export async function trainingAtDesk(phones: PhoneHouse, visit: Visit): Promise<void> {
  await visit({ name: "courses-empty", who: "alliance", path: "/console/courses" });
  await visit({ name: "policies-empty", who: "alliance", path: "/console/training-policies" });
  await visit({ name: "performance-empty", who: "alliance", path: "/console/performance" });
  const { policyId, courseId } = await makeTraining(phones);
  await importResults(phones);
  await visit({ name: "performance", who: "alliance", path: "/console/performance" });
  await visit({ name: "courses", who: "alliance", path: "/console/courses" });
  await visit({ name: "course", who: "alliance", path: `/console/courses/${courseId}` });
  await visit({ name: "classes-empty", who: "alliance", path: "/console/classes" });
  const { ahead, held } = await makeClasses(phones, courseId);
  await visit({ name: "classes", who: "alliance", path: "/console/classes" });
  await visit({ name: "class", who: "alliance", path: `/console/classes/${ahead.id}` });
  await visit({ name: "class-held", who: "alliance", path: `/console/classes/${held.id}` });
  await visit({
    name: "class-add",
    who: "alliance",
    path: "/console/classes",
    act: (page) => page.getByRole("button", { name: /^(开班|Plan a class)$/ }).click(),
  });
  await visit({
    name: "class-result",
    who: "alliance",
    path: `/console/classes/${held.id}`,
    act: (page) =>
      page
        .getByRole("button", { name: /^(登记成绩|Enter results)$/ })
        .first()
        .click(),
  });
  await visit({ name: "training-figures", who: "alliance", path: "/console/training-figures" });
  await visit({ name: "policies", who: "alliance", path: "/console/training-policies" });
  await visit({ name: "policy", who: "alliance", path: `/console/training-policies/${policyId}` });
  await visit({
    name: "policy-issue",
    who: "alliance",
    path: `/console/training-policies/${policyId}`,
    act: (page) => page.getByRole("button", { name: /^(发布新版|Issue a version)$/ }).click(),
  });
  await visit({
    name: "course-add",
    who: "alliance",
    path: "/console/courses",
    act: (page) => page.getByRole("button", { name: /^(新增课程|Add a course)$/ }).click(),
  });
  await growthAtDesk(phones, visit);
  await mentoringAtDesk(phones, visit);
}

/** The pages of training on a phone. */
export async function trainingOnPhone(phones: PhoneHouse, visit: Visit): Promise<void> {
  await visit({ name: "courses-empty", who: "partyA1", path: "/m/courses" });
  const { courseId } = await makeTraining(phones);
  await visit({ name: "courses", who: "partyA1", path: "/m/courses" });
  await visit({ name: "course", who: "partyA1", path: `/m/courses/${courseId}` });
  await visit({ name: "learn-empty", who: "partyA1", path: "/m/classes" });
  const { ahead, held } = await makeClasses(phones, courseId);
  await visit({ name: "learn", who: "partyA1", path: "/m/classes" });
  await visit({ name: "class", who: "partyA1", path: `/m/classes/${ahead.id}` });
  await visit({ name: "class-waiting", who: "freeA1", path: `/m/classes/${ahead.id}` });
  await visit({ name: "learn-teaches", who: "partyB1", path: "/m/classes" });
  await visit({ name: "class-teaching", who: "partyB1", path: `/m/classes/${held.id}` });
  await visit({ name: "class-roll", who: "partyB1", path: `/m/classes/${held.id}/roll/${held.sessions[0]?.id}` });
  await visit({
    name: "class-check-in",
    who: "partyA1",
    path: `/m/classes/${ahead.id}/check-in/${ahead.sessions[0]?.id}/type`,
  });
  await growthOnPhone(phones, visit);
  await mentoringOnPhone(phones, visit);
}

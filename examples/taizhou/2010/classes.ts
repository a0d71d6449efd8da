import { type Chance, chance } from "../chance.ts";
import { isParty, type Person } from "../people.ts";

/** A course as it is taught in the year. */
export interface Course {
  title: string;
  about: string;
  kind: "internal" | "external" | "outward";
  audience: "volunteers" | "employees";
  team?: string;
  aims?: ("knowledge" | "etiquette" | "skill")[];
}

/** A class that was held: one session, who taught it and who was there, by employee number. */
export interface Held {
  course: string;
  trainer: string | undefined;
  /** Who taught it when that was nobody of the alliance. */
  outside: string | undefined;
  place: string;
  /** Local day, `YYYY-MM-DD`, from 14:00 to 16:00. */
  day: string;
  attended: string[];
}

export const COURSES: readonly Course[] = [
  {
    title: "3G业务体验",
    about: "认识3G业务，会装会用会讲解。",
    kind: "internal",
    audience: "volunteers",
    team: "3G达人",
  },
  {
    title: "信息化入户",
    about: "为小微企业诊断信息化需求。",
    kind: "internal",
    audience: "volunteers",
    team: "信息化专家",
  },
  {
    title: "应急通信保障",
    about: "应急车、光缆抢修和保障流程。",
    kind: "internal",
    audience: "volunteers",
    team: "通信保障",
  },
  {
    title: "与老人和孩子相处",
    about: "陪聊、陪读的礼节与禁忌。",
    kind: "internal",
    audience: "volunteers",
    team: "爱心奉献",
  },
  {
    title: "活动主持与讲解",
    about: "主题服务活动的组织和讲解。",
    kind: "internal",
    audience: "volunteers",
    team: "主题服务",
  },
  { title: "省公司讲师班", about: "省公司组织的内训师进修。", kind: "external", audience: "volunteers" },
  {
    ...{ title: "凤凰山拓展", about: "分组协作、徒步和救护演练。", kind: "outward", audience: "volunteers" },
    aims: ["knowledge", "skill"],
  },
  { title: "精英计划", about: "政企客户经理的方案与谈判。", kind: "internal", audience: "employees" },
  { title: "能手计划", about: "营业、客服、装维岗位技能。", kind: "internal", audience: "employees" },
];

/** How many attended (人次) each kind of class of the year in all. */
const TOTALS = { internal: 910, external: 20, outward: 190, employees: 1540 };
/** How many sit in one class at most. */
const ROOM = { internal: 40, external: 5, outward: 48, employees: 55 };

/** The classes of 2010 with everybody who was there; the same every time. */
export function classesOf2010(everybody: readonly Person[]): Held[] {
  const luck = chance(20101231);
  const all = everybody.filter(({ volunteerSince }) => volunteerSince !== "");
  // Whoever enters the lists is in none: nobody puts down their own attendance.
  const volunteers = all.filter(({ roles }) => !roles.includes("义工联盟"));
  const trainers = all.filter(({ trainer }) => trainer);
  const turn = turns(trainers.map(({ employeeNumber }) => employeeNumber));
  const days = workdaysOf2010();
  const from = { luck, turn, days };
  const employees = everybody.filter(({ volunteerSince }) => volunteerSince === "");
  return [
    ...held(COURSES.filter(isOf("internal", "volunteers")), {
      ...from,
      of: volunteers,
      total: TOTALS.internal,
      room: ROOM.internal,
    }),
    ...held(COURSES.filter(isOf("external", "volunteers")), {
      ...from,
      of: volunteers.filter((person) => person.trainer && isParty(person)),
      total: TOTALS.external,
      room: ROOM.external,
      outside: "省公司培训中心",
    }),
    ...held(COURSES.filter(isOf("outward", "volunteers")), {
      ...from,
      of: volunteers,
      total: TOTALS.outward,
      room: ROOM.outward,
    }),
    ...held(COURSES.filter(isOf("internal", "employees")), {
      ...from,
      of: employees,
      total: TOTALS.employees,
      room: ROOM.employees,
    }),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.course < b.course ? -1 : 1));
}

const isOf = (kind: Course["kind"], audience: Course["audience"]) => (course: Course) =>
  course.kind === kind && course.audience === audience;

interface Plan {
  of: readonly Person[];
  total: number;
  room: number;
  luck: Chance;
  turn: () => string;
  days: readonly string[];
  outside?: string;
}

/** Enough full classes, by turns of the courses, and one with the rest. */
function held(courses: readonly Course[], { of, total, room, luck, turn, days, outside }: Plan): Held[] {
  const count = Math.ceil(total / room);
  return Array.from({ length: count }, (_, at) => {
    const size = Math.min(room, total - at * room);
    const trainer = turn();
    const others = of
      .filter(({ employeeNumber }) => employeeNumber !== trainer)
      .map(({ employeeNumber }) => employeeNumber);
    return {
      course: courses[at % courses.length]?.title ?? "",
      trainer: outside === undefined ? trainer : undefined,
      outside,
      place: outside === undefined ? "公司培训教室" : "省公司",
      // Classes of one kind are spread over the year.
      day: days[Math.floor(((at + 0.5) * days.length) / count)] ?? "",
      attended: draw(others, size, luck),
    };
  });
}

function draw(from: readonly string[], count: number, luck: Chance): string[] {
  const left = [...from];
  return Array.from({ length: count }, () => left.splice(luck.below(left.length), 1)[0] ?? "").sort();
}

/** Each in turn, over and over. */
function turns(items: readonly string[]): () => string {
  let at = 0;
  return () => items[at++ % items.length] ?? "";
}

const DAY_MS = 86_400_000;

/** Tuesdays to Thursdays of February to December. */
const workdaysOf2010 = (): string[] =>
  Array.from({ length: 330 }, (_, at) => new Date(Date.UTC(2010, 1, 1) + at * DAY_MS))
    .filter((day) => day.getUTCDay() >= 2 && day.getUTCDay() <= 4)
    .map((day) => day.toISOString().slice(0, 10));

import { COURSES, classesOf2010 } from "./classes.ts";
import { peopleOf2010 } from "./people.ts";
import { performanceOf2010 } from "./performance.ts";
import { colleaguesOf2010, type Pair, rankingsOf2010 } from "./rankings.ts";

/** One person's way to the API, by employee number. */
export interface Caller {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: unknown): Promise<Answer>;
  put<Answer>(path: string, body: unknown): Promise<Answer>;
}

/** A machine that lives through the year. */
export interface Machine {
  as(employeeNumber: string): Caller;
  /** Imports a file of a kind, which must be sound, and applies it. */
  importFile(kind: string, by: string | "setup", csv: string): Promise<void>;
  /** The id of a member, by employee number. */
  idOf(employeeNumber: string): Promise<string>;
  unitId(name: string): Promise<string>;
  advanceTo(at: string): Promise<unknown>;
}

/** Who does what in the example: see its README. */
export const ALLIANCE = "000102";
const COMMITTEE = "000120";
const OFFICER = "000106";

export const SPRING = "2010-04-06T01:00:00.000Z";
const YEAR_END = "2011-01-10T01:00:00.000Z";

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(","))].join("\n");
const percent = (hundredths: number): string => `${(hundredths / 100).toFixed(2)}%`;

/**
 * Lives through the training and mentoring of 2010: everything goes in by the API and by files, as people would do it, and no
 * figure is written anywhere.
 *
 * @param machine - whose clock stands at {@link SPRING}, with nothing in it
 */
export async function live2010(machine: Machine): Promise<void> {
  const everybody = peopleOf2010();
  const rows = everybody.map((one) => [
    ...[one.employeeNumber, one.name, one.politicalStatus, one.branch, one.department, one.post, one.teams.join("、")],
    ...[one.trainer ? "是" : "否", one.volunteerSince, one.roles.join("、")],
  ]);
  await machine.importFile("roster", "setup", csv("工号,姓名,政治面貌,支部,部门,岗位,分队,内训师,入盟日期,角色", rows));
  await mentor(machine);
  await machine.advanceTo(YEAR_END);
  await rank(machine, (period) => period > "2010-03");
  await teach(machine);
  const results = performanceOf2010(everybody).map((one) => [
    ...[one.employeeNumber, one.programme, one.period, percent(one.attainment), percent(one.start)],
  ]);
  await machine.importFile("performance", ALLIANCE, csv("工号,项目,期间,完成率,起始完成率", results));
  const satisfaction = [
    [2009, "91.7", "2009年度员工满意度调查报告"],
    [2010, "94.5", "2010年度员工满意度调查报告"],
  ];
  await machine.importFile("satisfaction", ALLIANCE, csv("年份,满意度,数据来源", satisfaction));
}

/** Enters the rankings of some periods, by the one person of the alliance. */
async function rank(machine: Machine, isWanted: (period: string) => boolean): Promise<Map<string, string>> {
  const entered = new Map<string, string>();
  const rows = rankingsOf2010(peopleOf2010()).rows.filter(({ period }) => isWanted(period));
  for (const ranked of Map.groupBy(rows, ({ department, period }) => `${period} ${department}`).values()) {
    const [first] = ranked;
    if (!first) continue;
    const { department, period } = first;
    const { id } = await machine.as(OFFICER).post<{ id: string }>("/rankings", {
      ...{ departmentId: await machine.unitId(department), period, kind: "performer", metric: "业绩完成率" },
      rows: ranked.map(({ employeeNumber, rank: at }) => ({ number: employeeNumber, rank: at })),
    });
    entered.set(department, id);
  }
  return entered;
}

/** The committee names who arranges, rankings of March go in, and every pair is asked and agrees. */
async function mentor(machine: Machine): Promise<void> {
  await machine.as(COMMITTEE).put("/rankings/officer", { memberId: await machine.idOf(OFFICER) });
  const rankings = await rank(machine, (period) => period === "2010-03");
  const everybody = peopleOf2010();
  const departmentOf = new Map(everybody.map(({ employeeNumber, department }) => [employeeNumber, department]));
  for (const pair of rankingsOf2010(everybody).pairs)
    await agree(machine, OFFICER, pair, {
      kind: "performer",
      rankingId: rankings.get(departmentOf.get(pair.mentee) ?? ""),
    });
  for (const pair of colleaguesOf2010(everybody)) await agree(machine, ALLIANCE, pair, { kind: "partyToMasses" });
}

async function agree(machine: Machine, by: string, { mentor: one, mentee: other }: Pair, said: object): Promise<void> {
  const [mentorId, menteeId] = [await machine.idOf(one), await machine.idOf(other)];
  const { id } = await machine.as(by).post<{ id: string }>("/mentorings", { ...said, mentorId, menteeId });
  for (const who of [one, other]) await machine.as(who).post(`/mentorings/${id}/consent`);
}

/** Courses, and classes from the paper lists of the year, each closed by somebody else than who entered it. */
async function teach(machine: Machine): Promise<void> {
  const alliance = machine.as(ALLIANCE);
  const courses = new Map<string, string>();
  for (const { team, title, about, kind, audience, aims } of COURSES) {
    const teamId = team === undefined ? {} : { teamId: await machine.unitId(team) };
    const course = { title, about, kind, audience, ...(aims ? { aims } : {}), ...teamId };
    courses.set(title, (await alliance.post<{ id: string }>("/courses", course)).id);
  }
  for (const { course, trainer, outside, place, day, attended } of classesOf2010(peopleOf2010())) {
    const { id, sessions } = await alliance.post<{ id: string; sessions: { id: string }[] }>("/classes", {
      ...{ courseId: courses.get(course), place, seats: attended.length, late: "2010年纸质签到表" },
      ...(outside === undefined ? {} : { outside }),
      trainerIds: trainer === undefined ? [] : [await machine.idOf(trainer)],
      sessions: [{ startsAt: `${day}T06:00:00.000Z`, endsAt: `${day}T08:00:00.000Z` }],
    });
    await alliance.post(`/classes/${id}/sessions/${sessions[0]?.id}/attendances`, { numbers: attended });
    await machine.as(trainer === undefined || trainer === ALLIANCE ? COMMITTEE : trainer).post(`/classes/${id}/close`);
  }
}

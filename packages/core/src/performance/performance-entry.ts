import type * as Member from "../member/member.ts";
import { affiliationOn, isEmployedOn } from "../member/member.ts";
import type { UnitInfo } from "../organization/organization.ts";
import { nameOf, plain, unitKey } from "../roster/cell.ts";
import type { Row } from "../roster/columns.ts";
import { nearestAmong, neighboursAmong } from "../roster/nearest.ts";
import { doubtsOf, type NumberContext } from "../roster/number-doubt.ts";
import { type Named, type Problem, type ProblemCode, problem } from "../roster/problem.ts";
import type { ReadRow } from "../roster/roster-entry.ts";
import { SAMPLES } from "../roster/roster-terms.ts";
import * as Performance from "./performance.ts";
import { lastDayOf, periodIn } from "./period.ts";

/** The headers of a file of results. */
export const PERFORMANCE_COLUMNS = {
  required: ["工号", "项目", "期间", "完成率"],
  optional: ["岗位", "起始完成率"],
} as const;

export type ReadPerformance = ReadRow<Performance.Info>;

/** What is stored, as far as the rows can refer to it. */
export interface PerformanceContext {
  members: readonly Member.Info[];
  posts: readonly UnitInfo[];
}

interface Lookup {
  byNumber: ReadonlyMap<string, Member.Info>;
  byPost: ReadonlyMap<string, UnitInfo>;
  nearestPosts: (word: string) => string[];
  nearNumbers: (word: string) => string[];
}
type Fault = (code: ProblemCode, column: string, named?: Named) => void;

const PROGRAMME_LENGTH = 60;
const MOST_PERCENT = "10000%";

/** Reads the rows of a file of results, each with all of its faults; two results for one person are marked in every row. */
export function readPerformanceRows(
  rows: readonly Row[],
  { members, posts, numbersAsWritten }: PerformanceContext & Pick<NumberContext, "numbersAsWritten">,
): ReadPerformance[] {
  const storedNumbers = members.map(({ employeeNumber }) => employeeNumber);
  const doubts = doubtsOf(rows, { storedNumbers, numbersAsWritten });
  const lookup: Lookup = {
    byNumber: new Map(members.map((member) => [member.employeeNumber.toLowerCase(), member])),
    byPost: new Map(posts.map((post) => [unitKey(post.name), post])),
    nearestPosts: nearestAmong(posts.map(({ name }) => name)),
    nearNumbers: neighboursAmong(storedNumbers),
  };
  return withTwins(rows.map((row, index) => readRow(row, lookup, doubts.get(index))));
}

function readRow(row: Row, lookup: Lookup, doubt: Problem | undefined): ReadPerformance {
  const problems: Problem[] = doubt ? [doubt] : [];
  const textOf = (column: string) => plain(row.cell(column)?.text ?? "");
  const fault: Fault = (code, column, named) =>
    problems.push(problem(code, { column, value: textOf(column), ...named }));
  const employeeNumber = textOf("工号");
  const member = lookup.byNumber.get(employeeNumber.toLowerCase());
  const period = periodIn(textOf("期间"));
  if (employeeNumber === "") fault("missing", "工号", { choices: SAMPLES.工号 ?? [] });
  else if (!member && !doubt) fault("employee_number_unknown", "工号", { choices: lookup.nearNumbers(employeeNumber) });
  if (!period) fault("result_period_invalid", "期间", { choices: ["2010", "2010-06", "2010-Q2"] });
  const day = period && lastDayOf(period);
  if (member && day && !isEmployedOn(member, `${day.slice(0, 4)}-01-01`))
    fault("member_left", "工号", { limit: member.leftOn ?? "" });
  const said = {
    programme: programmeIn(row, fault),
    postId: postIn(row, { ...lookup, fault, member, day }),
    attainment: attainmentIn(textOf("完成率"), "完成率", fault),
    start: textOf("起始完成率") === "" ? undefined : attainmentIn(textOf("起始完成率"), "起始完成率", fault),
  };
  const read = { number: row.number, employeeNumber, name: member?.name ?? "", problems };
  const { programme, postId, attainment, start } = said;
  if (problems.length > 0 || !member || !period || !postId || attainment === undefined) return read;
  const entry = { programme, period, memberId: member.id, postId, attainment, ...(start !== undefined && { start }) };
  return { ...read, entry };
}

function programmeIn(row: Row, fault: Fault): string {
  const programme = nameOf(row.cell("项目")?.text ?? "");
  if (programme === "") fault("missing", "项目", { choices: ["精英计划", "能手计划"] });
  if (programme.length > PROGRAMME_LENGTH) fault("too_long", "项目", { limit: PROGRAMME_LENGTH });
  return programme;
}

function attainmentIn(text: string, column: string, fault: Fault): number | undefined {
  const found = Performance.attainmentIn(text);
  if (found === undefined)
    fault("result_attainment_invalid", column, { limit: MOST_PERCENT, choices: ["103.25%", "98.5"] });
  return found;
}

/** The post that the file says; without one that of the person at the end of the period. */
function postIn(
  row: Row,
  {
    byPost,
    nearestPosts,
    fault,
    member,
    day,
  }: Lookup & { fault: Fault; member: Member.Info | undefined; day: string | undefined },
) {
  const name = nameOf(row.cell("岗位")?.text ?? "");
  const own = member && day ? affiliationOn(member, day).postId : undefined;
  if (name === "") {
    if (!own && member && day) fault("result_post_missing", "岗位", { choices: nearestPosts("") });
    return own;
  }
  const found = byPost.get(unitKey(name));
  if (!found) fault("post_unknown", "岗位", { choices: nearestPosts(name), limit: byPost.size });
  return found?.id;
}

function withTwins(read: readonly ReadPerformance[]): ReadPerformance[] {
  const byKey = Map.groupBy(
    read.filter(({ entry }) => entry),
    ({ entry }) => (entry ? Performance.keyOf(entry) : ""),
  );
  return read.map((each) => {
    const { entry, ...row } = each;
    const twins = entry ? (byKey.get(Performance.keyOf(entry)) ?? []) : [];
    if (twins.length < 2) return each;
    const rows = twins.map(({ number }) => number).filter((number) => number !== each.number);
    return {
      ...row,
      problems: [...row.problems, problem("result_twice", { column: "工号", value: row.employeeNumber, rows })],
    };
  });
}

import { affiliationOn, isEmployedOn, type Info as Member } from "../member/member.ts";
import { plain } from "../roster/cell.ts";
import type { Row } from "../roster/columns.ts";
import { neighboursAmong } from "../roster/nearest.ts";
import { doubtsOf } from "../roster/number-doubt.ts";
import { type Named, type Problem, type ProblemCode, problem } from "../roster/problem.ts";
import { SAMPLES } from "../roster/roster-terms.ts";
import { scoreIn } from "./score.ts";

/** The headers of a department's file of scores. */
export const SCORE_COLUMNS = { required: ["工号", "得分"], optional: [] } as const;

/** A row of a file of scores: whom it puts forward, or every reason why not. */
export interface ReadScore {
  row: number;
  employeeNumber: string;
  name: string;
  memberId?: string;
  /** Hundredths of a point. */
  score?: number;
  problems: Problem[];
}

interface Context {
  members: readonly Member[];
  departmentId: string;
  /** The local day on which the department of each is looked at. */
  day: string;
}

/** Reads a file of scores of one department; two rows of one person are bad, both. @source docs/domain.md T4 */
export function readScoreRows(rows: readonly Row[], { members, departmentId, day }: Context): ReadScore[] {
  const storedNumbers = members.map(({ employeeNumber }) => employeeNumber);
  const doubts = doubtsOf(rows, { storedNumbers });
  const byNumber = new Map(members.map((member) => [member.employeeNumber.toLowerCase(), member]));
  const near = neighboursAmong(storedNumbers);
  const read = rows.map((row, index): ReadScore => {
    const doubt = doubts.get(index);
    const problems: Problem[] = doubt ? [doubt] : [];
    const textOf = (column: string) => plain(row.cell(column)?.text ?? "");
    const fault = (code: ProblemCode, column: string, named?: Named) =>
      problems.push(problem(code, { column, value: textOf(column), ...named }));
    const employeeNumber = textOf("工号");
    const member = byNumber.get(employeeNumber.toLowerCase());
    if (employeeNumber === "") fault("missing", "工号", { choices: SAMPLES.工号 ?? [] });
    else if (!member && !doubt) fault("employee_number_unknown", "工号", { choices: near(employeeNumber) });
    else if (member && !isEmployedOn(member, day)) fault("score_left", "工号", { limit: member.leftOn ?? "" });
    else if (member && affiliationOn(member, day).departmentId !== departmentId)
      fault("score_other_department", "工号");
    const score = scoreIn(textOf("得分"));
    if (score === undefined) fault("score_invalid", "得分", { limit: 100, choices: ["87.5", "92"] });
    const about = { row: row.number, employeeNumber, name: member?.name ?? "", problems };
    if (problems.length > 0 || !member || score === undefined) return about;
    return { ...about, memberId: member.id, score };
  });
  return withTwins(read);
}

function withTwins(read: readonly ReadScore[]): ReadScore[] {
  const byMember = Map.groupBy(
    read.filter(({ memberId }) => memberId),
    ({ memberId }) => memberId,
  );
  return read.map((each) => {
    const { memberId, score: _, ...row } = each;
    const twins = memberId ? (byMember.get(memberId) ?? []) : [];
    if (twins.length < 2) return each;
    const rows = twins.map(({ row: number }) => number).filter((number) => number !== each.row);
    const twice = problem("score_twice", { column: "工号", value: row.employeeNumber, rows });
    return { ...row, problems: [...row.problems, twice] };
  });
}

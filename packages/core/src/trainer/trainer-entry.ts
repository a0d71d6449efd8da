import { isEmployedOn, isVolunteerOn, type Info as Member } from "../member/member.ts";
import { isOfRoster, isOverlapping, type TrainerLevel, trainerTermsOf } from "../member/trainer-term.ts";
import type { UnitInfo } from "../organization/organization.ts";
import { dayIn, FILE_YEARS_TEXT, isFileYear, listOf, plain, unitKey } from "../roster/cell.ts";
import type { Row } from "../roster/columns.ts";
import { nearestAmong, neighboursAmong } from "../roster/nearest.ts";
import { doubtsOf, type NumberContext } from "../roster/number-doubt.ts";
import { type Named, type Problem, type ProblemCode, problem } from "../roster/problem.ts";
import type { ReadRow } from "../roster/roster-entry.ts";
import { DATE_FORMS, known, SAMPLES } from "../roster/roster-terms.ts";
import { isSame, type Writing } from "./trainer.ts";

/** The headers of a file of appointments. */
export const TRAINER_COLUMNS = { required: ["工号", "聘任日期", "级别"], optional: ["聘期至", "专长"] } as const;

const LEVELS: Record<string, TrainerLevel> = { 初级: "junior", 中级: "intermediate", 高级: "senior" };

/** An appointment that a row says, and whose. */
export interface Entry {
  memberId: string;
  writing: Writing;
}
export type ReadTrainer = ReadRow<Entry>;

/** What is stored, as far as the rows can refer to it. */
export interface TrainerContext {
  members: readonly Member[];
  teams: readonly UnitInfo[];
}

type Fault = (code: ProblemCode, column: string, named?: Named) => void;
interface Lookup {
  byNumber: ReadonlyMap<string, Member>;
  byTeam: ReadonlyMap<string, UnitInfo>;
  nearestTeams: (word: string) => string[];
  nearNumbers: (word: string) => string[];
}

/** Reads the rows of a file of appointments, each with all of its faults; two of one person that overlap are marked in both. */
export function readTrainerRows(
  rows: readonly Row[],
  { members, teams, numbersAsWritten }: TrainerContext & Pick<NumberContext, "numbersAsWritten">,
): ReadTrainer[] {
  const storedNumbers = members.map(({ employeeNumber }) => employeeNumber);
  const doubts = doubtsOf(rows, { storedNumbers, numbersAsWritten });
  const lookup: Lookup = {
    byNumber: new Map(members.map((member) => [member.employeeNumber.toLowerCase(), member])),
    byTeam: new Map(teams.map((team) => [unitKey(team.name), team])),
    nearestTeams: nearestAmong(teams.map(({ name }) => name)),
    nearNumbers: neighboursAmong(storedNumbers),
  };
  return withTwins(rows.map((row, index) => readRow(row, lookup, doubts.get(index))));
}

function readRow(row: Row, lookup: Lookup, doubt: Problem | undefined): ReadTrainer {
  const problems: Problem[] = doubt ? [doubt] : [];
  const textOf = (column: string) => plain(row.cell(column)?.text ?? "");
  const fault: Fault = (code, column, named) =>
    problems.push(problem(code, { column, value: textOf(column), ...named }));
  const employeeNumber = textOf("工号");
  const member = lookup.byNumber.get(employeeNumber.toLowerCase());
  if (employeeNumber === "") fault("missing", "工号", { choices: SAMPLES.工号 ?? [] });
  else if (!member && !doubt) fault("employee_number_unknown", "工号", { choices: lookup.nearNumbers(employeeNumber) });
  const from = dayOfCell(textOf("聘任日期"), "聘任日期", fault);
  const until = textOf("聘期至") === "" ? undefined : dayOfCell(textOf("聘期至"), "聘期至", fault);
  const level = known(LEVELS, textOf("级别"));
  if (!level) fault("trainer_level_unknown", "级别", { choices: Object.keys(LEVELS) });
  const teamIds = listOf(row.cell("专长")?.text ?? "").flatMap((name) => {
    const team = lookup.byTeam.get(unitKey(name));
    if (!team) fault("trainer_team_unknown", "专长", { choices: lookup.nearestTeams(name) });
    return team?.id ?? [];
  });
  const read = { number: row.number, employeeNumber, name: member?.name ?? "", problems };
  if (!member || !from || !level) return read;
  const writing = { from, ...(until === undefined ? {} : { until }), level, teamIds };
  checkAgainst(member, writing, fault);
  return problems.length > 0 ? read : { ...read, entry: { memberId: member.id, writing } };
}

function dayOfCell(text: string, column: string, fault: Fault): string | undefined {
  const day = dayIn(text);
  if (!day) fault("date_invalid", column, { choices: DATE_FORMS });
  else if (!isFileYear(day)) fault("year_out_of_range", column, { limit: FILE_YEARS_TEXT });
  else return day;
  return undefined;
}

/** What a row must be together with its person. @source docs/domain.md T2 */
function checkAgainst(member: Member, writing: Writing, fault: Fault): void {
  const { from, until } = writing;
  const terms = trainerTermsOf(member);
  const isKnown = terms.some((term) => isSame(term, writing));
  const other = terms.find((term) => !isOfRoster(term) && isOverlapping(term, writing));
  if (until !== undefined && until < from) fault("trainer_ends_early", "聘期至", { limit: from });
  else if (!isEmployedOn(member, from)) fault("trainer_left", "工号", { limit: member.leftOn ?? "" });
  else if (!isVolunteerOn(member, from)) fault("trainer_no_volunteer", "聘任日期");
  else if (!isKnown && other) fault("trainer_overlaps", "聘任日期", { limit: other.from });
}

function withTwins(read: readonly ReadTrainer[]): ReadTrainer[] {
  const byMember = Map.groupBy(
    read.filter(({ entry }) => entry),
    ({ entry }) => entry?.memberId ?? "",
  );
  return read.map((each) => {
    const { entry, ...row } = each;
    if (!entry) return each;
    const rows = (byMember.get(entry.memberId) ?? [])
      .filter((other) => other !== each && other.entry && isOverlapping(other.entry.writing, entry.writing))
      .map(({ number }) => number);
    if (rows.length === 0) return each;
    const twice = problem("trainer_twice", { column: "工号", value: row.employeeNumber, rows });
    return { ...row, problems: [...row.problems, twice] };
  });
}

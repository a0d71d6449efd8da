import * as z from "zod";
import { PoliticalStatus } from "../member/member.ts";
import { Role } from "../permission/role.ts";
import { AccountsSaid, accountsIn, sharedAccounts } from "./account-cells.ts";
import { type Cell, dayIn, FILE_YEARS_TEXT, isFileYear, listOf, nameOf, plain } from "./cell.ts";
import type { Row } from "./columns.ts";
import { NUMBER } from "./employee-number.ts";
import { doubtsOf, type NumberContext } from "./number-doubt.ts";
import { type Named, type Problem, type ProblemCode, problem } from "./problem.ts";
import { DATE_FORMS, HEAD_NAMES, known, POLITICAL, ROLE_NAMES, SAMPLES, YES_NO } from "./roster-terms.ts";
import { SkillsSaid, skillsIn } from "./skill-cells.ts";

/** What one row of a roster file says. A field is absent when the file has no such column, null when the cell is empty. */
export const RosterEntry = z.object({
  employeeNumber: z.string(),
  name: z.string(),
  politicalStatus: PoliticalStatus,
  politicalText: z.string(),
  branch: z.string().nullable().optional(),
  department: z.string(),
  post: z.string(),
  teams: z.array(z.string()).optional(),
  trainer: z.boolean().optional(),
  mobile: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  volunteerSince: z.string().nullable().optional(),
  roles: z.array(Role).optional(),
  /** Of which of their own units they are the head. */
  heads: z.array(z.enum(["post", "department"])).optional(),
  skills: SkillsSaid.optional(),
  accounts: AccountsSaid.optional(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

const YES_NO_WORDS = Object.keys(YES_NO).filter((word) => word !== "");
const ROLE_WORDS = [...Object.keys(ROLE_NAMES), ...Object.keys(HEAD_NAMES)];
const MOBILE = /^\+?\d[\d -]{4,19}$/;
const EMAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]+\.[^\s@<>,;]+$/;
const NAME_LENGTH = 60;
const UNIT_NAME_LENGTH = 80;

/** A row as it was read: what it says if it is sound, and everything that is wrong with it otherwise. */
export interface ReadRow<Entry> {
  number: number;
  employeeNumber: string;
  name: string;
  entry?: Entry;
  problems: Problem[];
  /** Whether it makes somebody administrator, sound or not. */
  administers?: boolean;
}

/** Reads the rows of a roster file, each with all of its faults; duplicates are marked in every row. */
export function readRosterRows(
  rows: readonly Row[],
  { today, ...numbers }: { today: string } & NumberContext,
): ReadRow<RosterEntry>[] {
  const doubts = doubtsOf(rows, numbers);
  const byNumber = Map.groupBy(rows, (row) => plain(row.cell("工号")?.text ?? "").toLowerCase());
  const units = { branches: unitsIn(rows, "支部"), teams: unitsIn(rows, "分队") };
  const read = rows.map((row) => ({ row, ...readRow(row, { today, units }) }));
  const stated = read.map(({ row, draft }) => ({ number: row.number, ...draft }));
  const headRows = headsOf(stated);
  const shared = sharedAccounts(stated);
  return read.map(({ row, employeeNumber, name, problems, draft }, index) => {
    const same = (byNumber.get(employeeNumber.toLowerCase()) ?? []).filter(
      (other) => other !== row && employeeNumber !== "",
    );
    const rowsTwice = same.map((other) => other.number);
    const at = { column: "工号", value: employeeNumber };
    if (rowsTwice.length > 0) problems.push(problem("employee_number_twice", { ...at, rows: rowsTwice }));
    problems.push(...[doubts.get(index) ?? []].flat(), ...(shared.get(row.number) ?? []));
    const rivals = (draft.heads ?? []).flatMap((kind) => headRows.get(`${kind}/${draft[kind]}`) ?? []);
    const others = rivals.filter((other) => other !== row.number);
    if (others.length > 0) problems.push(problem("head_twice", { column: "角色", value: draft.post, rows: others }));
    const parsed = problems.length === 0 ? RosterEntry.parse(draft) : undefined;
    const administers = draft.roles?.includes("administrator") ?? false;
    return { number: row.number, employeeNumber, name, problems, administers, ...(parsed && { entry: parsed }) };
  });
}

/** The rows that claim to be the head of each post and department. */
function headsOf(drafts: readonly (Pick<RosterEntry, "post" | "department" | "heads"> & { number: number })[]) {
  const claims = drafts.flatMap(({ number, heads = [], ...units }) =>
    heads.map((kind) => ({ number, unit: `${kind}/${units[kind]}` })),
  );
  const byUnit = Map.groupBy(claims, ({ unit }) => unit);
  return new Map([...byUnit].map(([unit, each]) => [unit, each.map(({ number }) => number)]));
}

/** The units that a column names, each once. */
const unitsIn = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.flatMap((row) => listOf(row.cell(column)?.text ?? ""))),
];

interface UnitsInFile {
  branches: string[];
  teams: string[];
}

function readRow(row: Row, { today, units }: { today: string; units: UnitsInFile }) {
  const problems: Problem[] = [];
  const textOf = (column: string) => row.cell(column)?.text ?? "";
  const fault: Fault = (code, column, named) =>
    problems.push(problem(code, { column, value: textOf(column), ...named }));
  const empty = (column: string) => fault("missing", column, { choices: SAMPLES[column] ?? [] });
  const name = (column: string, longest: number, required = true) => {
    const text = nameOf(textOf(column));
    if (text === "" && required) empty(column);
    if (text.length > longest) fault("too_long", column, { limit: longest });
    return text;
  };
  const employeeNumber = plain(textOf("工号"));
  if (employeeNumber === "") empty("工号");
  else if (!NUMBER.test(employeeNumber)) fault("employee_number_invalid", "工号");
  const politicalText = nameOf(textOf("政治面貌"));
  const politicalStatus = known(POLITICAL, politicalText);
  if (politicalText === "") empty("政治面貌");
  else if (!politicalStatus) fault("political_status_unknown", "政治面貌", { choices: Object.keys(POLITICAL) });
  const draft = {
    employeeNumber,
    name: name("姓名", NAME_LENGTH),
    politicalStatus,
    politicalText,
    department: name("部门", UNIT_NAME_LENGTH),
    post: name("岗位", UNIT_NAME_LENGTH),
    ...optionalFields(row, { today, fault, branch: name("支部", UNIT_NAME_LENGTH, false) }),
  };
  checkTogether(draft, fault, units);
  return { employeeNumber, name: draft.name, problems, draft };
}

type Fault = (code: ProblemCode, column: string, named?: Named) => void;
type Optional = Pick<
  RosterEntry,
  "branch" | "teams" | "trainer" | "mobile" | "email" | "volunteerSince" | "roles" | "heads" | "skills" | "accounts"
>;

function optionalFields(row: Row, { today, fault, branch }: { today: string; fault: Fault; branch: string }): Optional {
  const read = <Value>(column: string, parse: (cell: Cell) => Value): Value | undefined => {
    const cell = row.cell(column);
    return cell && parse(cell);
  };
  const matching = (column: string, pattern: RegExp, [code, named]: [ProblemCode, Named]) =>
    read(column, ({ text }) => {
      const value = plain(text);
      if (value !== "" && !pattern.test(value)) fault(code, column, named);
      return value === "" ? null : value;
    });
  return withoutAbsent({
    branch: read("支部", () => (branch === "" ? null : branch)),
    teams: read("分队", ({ text }) => {
      const teams = listOf(text);
      if (teams.some((team) => team.length > UNIT_NAME_LENGTH)) fault("too_long", "分队", { limit: UNIT_NAME_LENGTH });
      return teams;
    }),
    trainer: read("内训师", ({ text }) => {
      const answer = known(YES_NO, plain(text).toUpperCase());
      if (answer === undefined) fault("yes_no_unknown", "内训师", { choices: YES_NO_WORDS });
      return answer ?? false;
    }),
    mobile: matching("手机", MOBILE, ["mobile_invalid", { limit: "5–20" }]),
    email: matching("邮箱", EMAIL, ["email_invalid", { limit: 64, choices: ["name@example.com"] }]),
    volunteerSince: read("入盟日期", ({ text }) => {
      if (plain(text) === "") return null;
      const day = dayIn(text);
      if (!day) fault("date_invalid", "入盟日期", { choices: DATE_FORMS });
      else if (!isFileYear(day)) fault("year_out_of_range", "入盟日期", { limit: FILE_YEARS_TEXT });
      else if (day > today) fault("date_in_future", "入盟日期", { limit: today });
      return day ?? null;
    }),
    roles: read("角色", ({ text }) => {
      const names = listOf(text);
      const strange = names.some((role) => !known(ROLE_NAMES, role) && !known(HEAD_NAMES, role));
      if (strange) fault("role_unknown", "角色", { choices: ROLE_WORDS });
      return names.flatMap((role) => known(ROLE_NAMES, role) ?? []);
    }),
    heads: read("角色", ({ text }) => listOf(text).flatMap((role) => known(HEAD_NAMES, role) ?? [])),
    skills: skillsIn(row, fault),
    accounts: accountsIn(row, fault),
  });
}

const withoutAbsent = (fields: { [Key in keyof Optional]: Optional[Key] | undefined }): Optional =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Optional;

/** What a row must say as a whole. @source docs/domain.md T2, Roles */
function checkTogether(
  draft: Optional & { politicalStatus?: PoliticalStatus | undefined },
  fault: Fault,
  { branches, teams: knownTeams }: UnitsInFile,
): void {
  const { branch, teams = [], trainer, volunteerSince, roles = [], politicalStatus } = draft;
  if (politicalStatus === "partyMember" && branch === null) fault("branch_missing", "支部", { choices: branches });
  if (trainer && volunteerSince === null) fault("trainer_not_volunteer", "内训师");
  if (roles.includes("branchSecretary") && branch === null) fault("role_without_branch", "角色", { choices: branches });
  if (roles.includes("teamLead") && teams.length === 0) fault("role_without_team", "角色", { choices: knownTeams });
  if (roles.includes("volunteer") && volunteerSince === null) fault("role_not_volunteer", "角色");
}

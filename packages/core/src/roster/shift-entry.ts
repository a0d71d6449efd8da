import { dayOf, instantOf, wallTimeOf } from "../lib/time.ts";
import * as Member from "../member/member.ts";
import type { UnitInfo } from "../organization/organization.ts";
import * as Shift from "../shift/shift.ts";
import { FILE_YEARS_TEXT, isFileYear, listOf, momentIn, nameOf, plain, unitKey } from "./cell.ts";
import type { Row } from "./columns.ts";
import { nearestAmong, neighboursAmong } from "./nearest.ts";
import { doubtsOf, type NumberContext } from "./number-doubt.ts";
import { type Named, type Problem, type ProblemCode, problem } from "./problem.ts";
import type { ReadRow } from "./roster-entry.ts";
import { SAMPLES, TIME_FORMS } from "./roster-terms.ts";

/** What one row of a shift file says: a shift without its id. */
export type ShiftEntry = Omit<Shift.Info, "id">;

/** What is stored, as far as the rows of a shift file can refer to it. */
export interface ShiftContext {
  members: readonly Member.Info[];
  posts: readonly UnitInfo[];
  /** The zone of the times in the file. */
  zone: string;
  /** The local day of the import. */
  day: string;
}

export type ReadShift = ReadRow<ShiftEntry>;
const HOUR_MS = 3_600_000;

/** Reads the rows of a shift file, each with all of its faults; overlapping shifts of one person are marked in every row. */
export function readShiftRows(
  rows: readonly Row[],
  { numbersAsWritten, ...context }: ShiftContext & Pick<NumberContext, "numbersAsWritten">,
): ReadShift[] {
  const storedNumbers = context.members.map((member) => member.employeeNumber);
  const doubts = doubtsOf(rows, { storedNumbers, numbersAsWritten });
  const lookup = {
    ...context,
    byNumber: new Map(context.members.map((member) => [member.employeeNumber.toLowerCase(), member])),
    byName: new Map(context.posts.map((post) => [unitKey(post.name), post])),
    nearestPosts: nearestAmong(context.posts.map(({ name }) => name)),
    nearNumbers: neighboursAmong(storedNumbers),
  };
  return withOverlaps(rows.map((row, index) => readRow(row, { ...lookup, doubt: doubts.get(index) })));
}

interface Lookup extends ShiftContext {
  byNumber: ReadonlyMap<string, Member.Info>;
  byName: ReadonlyMap<string, UnitInfo>;
  nearestPosts: (word: string) => string[];
  nearNumbers: (word: string) => string[];
  doubt: Problem | undefined;
}
type Fault = (code: ProblemCode, column: string, named?: Named) => void;

function readRow(row: Row, lookup: Lookup): ReadShift {
  const problems: Problem[] = [];
  const { zone } = lookup;
  const textOf = (column: string) => row.cell(column)?.text ?? "";
  const fault: Fault = (code, column, named) =>
    problems.push(problem(code, { column, value: textOf(column), ...named }));
  const employeeNumber = plain(textOf("工号"));
  const member = lookup.byNumber.get(employeeNumber.toLowerCase());
  if (lookup.doubt) problems.push(lookup.doubt);
  else checkPerson(employeeNumber, member, { ...lookup, fault });
  const post = (column: string, name: string) => postIn(name, { ...lookup, fault, column });
  const moment = (column: string) => momentOf(textOf(column), { zone, fault, column });
  const postId = post("岗位", nameOf(textOf("岗位")));
  const coverableBy = listOf(textOf("可代岗位")).flatMap((name) => post("可代岗位", name) ?? []);
  const [startsAt, endsAt] = [moment("开始"), moment("结束")];
  const hours = startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / HOUR_MS : 1;
  if (hours <= 0) fault("end_not_after_start", "结束", { limit: plain(textOf("开始")) });
  if (hours > Shift.LONGEST_HOURS) fault("longer_than_24_hours", "结束", { limit: Shift.LONGEST_HOURS });
  const name = member?.name ?? "";
  if (problems.length > 0 || !member || !postId || !startsAt || !endsAt)
    return { number: row.number, employeeNumber, name, problems };
  const entry = { memberId: member.id, postId, startsAt, endsAt, coverableBy, day: dayOf(startsAt, zone) };
  return { number: row.number, employeeNumber, name, problems, entry };
}

function checkPerson(
  employeeNumber: string,
  member: Member.Info | undefined,
  { fault, day, nearNumbers }: Pick<Lookup, "day" | "nearNumbers"> & { fault: Fault },
): void {
  if (employeeNumber === "") fault("missing", "工号", { choices: SAMPLES.工号 ?? [] });
  else if (!member) fault("employee_number_unknown", "工号", { choices: nearNumbers(employeeNumber) });
  else if (!Member.isEmployedOn(member, day)) fault("member_left", "工号", { limit: member.leftOn ?? "" });
}

type InColumn = { fault: Fault; column: string };

function postIn(
  name: string,
  { byName, nearestPosts, posts, fault, column }: Pick<Lookup, "byName" | "nearestPosts" | "posts"> & InColumn,
) {
  const found = byName.get(unitKey(name));
  if (name === "") fault("missing", column, { choices: nearestPosts("") });
  else if (!found) fault("post_unknown", column, { choices: nearestPosts(name), limit: posts.length });
  return found?.id;
}

function momentOf(text: string, { zone, fault, column }: { zone: string } & InColumn): string | undefined {
  const found = momentIn(text);
  if (found && isFileYear(found.day)) return instantOf(found.day, found.time, zone);
  if (found) fault("year_out_of_range", column, { limit: FILE_YEARS_TEXT });
  else fault(plain(text) === "" ? "missing" : "time_invalid", column, { choices: TIME_FORMS });
  return undefined;
}

/** A shift in the zone's time, for people to read. */
export const spanText = ({ startsAt, endsAt }: Pick<Shift.Info, "startsAt" | "endsAt">, zone: string): string => {
  const [from, to] = [startsAt, endsAt].map((at) => wallTimeOf(at, zone).slice(0, 16).replace("T", " "));
  return `${from} – ${to}`;
};

/** Neighbours in time suffice only while nobody overlaps, so each shift looks back as far as the latest end so far. */
function withOverlaps(read: readonly ReadShift[]): ReadShift[] {
  const clashes = new Map<ReadShift, ReadShift[]>();
  for (const mine of Map.groupBy(read, ({ entry }) => entry?.memberId).values()) {
    const shifts = mine
      .filter(({ entry }) => entry)
      .sort((a, b) => ((a.entry?.startsAt ?? "") < (b.entry?.startsAt ?? "") ? -1 : 1));
    for (const [index, one] of shifts.entries())
      for (const other of shifts.slice(index + 1)) {
        if (!one.entry || !other.entry || other.entry.startsAt >= one.entry.endsAt) break;
        clashes.set(one, [...(clashes.get(one) ?? []), other]);
        clashes.set(other, [...(clashes.get(other) ?? []), one]);
      }
  }
  return read.map((each) => {
    const others = clashes.get(each);
    if (!others) return each;
    const rows = others.map(({ number }) => number).sort((a, b) => a - b);
    return asBadShift(each, "shift_overlaps", { rows });
  });
}

/** The row with a fault of its time, which takes it out of the import. */
export function asBadShift({ entry, ...read }: ReadShift, code: ProblemCode, named: Named): ReadShift {
  const value = entry ? `${entry.startsAt}/${entry.endsAt}` : "";
  return { ...read, problems: [...read.problems, problem(code, { column: "开始", value, ...named })] };
}

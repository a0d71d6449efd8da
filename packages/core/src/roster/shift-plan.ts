import type { NewId } from "../lib/id.ts";
import { dayOf, instantOf, overlaps } from "../lib/time.ts";
import * as Member from "../member/member.ts";
import type { UnitInfo } from "../organization/organization.ts";
import * as Shift from "../shift/shift.ts";
import type { Step } from "../staging/head.ts";
import { listOf, momentIn, nameOf, plain } from "./cell.ts";
import type { Row } from "./columns.ts";
import { numbersInDoubt } from "./employee-number.ts";
import { type ProblemCode, problem } from "./problem.ts";
import type { PreviewRow } from "./roster.ts";
import type { ReadRow } from "./roster-entry.ts";

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

type Read = ReadRow<ShiftEntry>;
const HOUR_MS = 3_600_000;

/** Reads the rows of a shift file, each with all of its faults; overlapping shifts of one person are marked in every row. */
export function readShiftRows(rows: readonly Row[], context: ShiftContext): Read[] {
  const numbers = context.members.map((member) => member.employeeNumber);
  const doubtful = numbersInDoubt(
    rows.map((row) => row.cell("工号")),
    numbers,
  );
  const byNumber = new Map(context.members.map((member) => [member.employeeNumber.toLowerCase(), member]));
  const byName = new Map(context.posts.map((post) => [post.name, post]));
  const read = rows.map((row, index) => readRow(row, { ...context, byNumber, byName, doubtful: doubtful.has(index) }));
  return withOverlaps(read);
}

interface Lookup extends ShiftContext {
  byNumber: ReadonlyMap<string, Member.Info>;
  byName: ReadonlyMap<string, UnitInfo>;
  doubtful: boolean;
}

function readRow(row: Row, { byNumber, byName, doubtful, zone, day }: Lookup): Read {
  const problems: Read["problems"] = [];
  const textOf = (column: string) => row.cell(column)?.text ?? "";
  const fault = (code: ProblemCode, column: string) => problems.push(problem(code, { column, value: textOf(column) }));
  const employeeNumber = plain(textOf("工号"));
  const member = byNumber.get(employeeNumber.toLowerCase());
  if (employeeNumber === "") fault("missing", "工号");
  else if (doubtful) fault("employee_number_not_text", "工号");
  else if (!member) fault("employee_number_unknown", "工号");
  else if (!Member.isEmployedOn(member, day)) fault("member_left", "工号");
  const post = (column: string, name: string) => {
    const found = byName.get(name);
    if (!found) fault(name === "" ? "missing" : "post_unknown", column);
    return found?.id;
  };
  const moment = (column: string) => {
    const found = momentIn(textOf(column));
    if (!found) fault(plain(textOf(column)) === "" ? "missing" : "time_invalid", column);
    return found && instantOf(found.day, found.time, zone);
  };
  const postId = post("岗位", nameOf(textOf("岗位")));
  const coverableBy = listOf(textOf("可代岗位")).flatMap((name) => post("可代岗位", name) ?? []);
  const [startsAt, endsAt] = [moment("开始"), moment("结束")];
  const hours = startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / HOUR_MS : 1;
  if (hours <= 0) fault("end_not_after_start", "结束");
  if (hours > Shift.LONGEST_HOURS) fault("longer_than_24_hours", "结束");
  const name = member?.name ?? "";
  if (problems.length > 0 || !member || !postId || !startsAt || !endsAt)
    return { number: row.number, employeeNumber, name, problems };
  const entry = { memberId: member.id, postId, startsAt, endsAt, coverableBy, day: dayOf(startsAt, zone) };
  return { number: row.number, employeeNumber, name, problems, entry };
}

/** Neighbours in time suffice only while nobody overlaps, so each shift looks back as far as the latest end so far. */
function withOverlaps(read: readonly Read[]): Read[] {
  const clashes = new Map<Read, Read[]>();
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
    return asBad(each, "shift_overlaps", rows);
  });
}

function asBad({ entry, ...read }: Read, code: ProblemCode, rows: number[] = []): Read {
  const value = entry ? `${entry.startsAt}/${entry.endsAt}` : "";
  return { ...read, problems: [...read.problems, problem(code, { column: "开始", value, rows })] };
}

/** What an import of shifts would do. */
export interface ShiftPlan {
  rows: PreviewRow[];
  steps: Step<Shift.Info>[];
  /** Posts whose coverers the file states differently from what is stored. */
  posts: { id: Shift.Info["postId"]; before: Shift.Info["postId"][]; after: Shift.Info["postId"][] }[];
}

/** The local days that a file covers, first and last; undefined when no row is sound. */
export function spanOf(rows: readonly Read[]): { first: string; last: string } | undefined {
  const days = rows.flatMap(({ entry }) => entry?.day ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : undefined;
}

/**
 * Compares a shift file with the stored shifts.
 *
 * For the people in it and the days from its first to its last, the file is the whole truth: their stored shifts that
 * start then and are not in it go. A shift is the same one when person, start and end are.
 * @param stored - every stored shift that touches the file's days
 */
export function planShifts(
  read: readonly Read[],
  { stored, posts, members, newId }: ShiftContext & { stored: readonly Shift.Info[]; newId: NewId },
): ShiftPlan {
  const span = spanOf(read);
  const named = new Set(read.flatMap(({ entry }) => entry?.memberId ?? []));
  const theirs = stored.filter((shift) => named.has(shift.memberId));
  const within = theirs.filter(({ day }) => span && span.first <= day && day <= span.last);
  const outside = Map.groupBy(
    theirs.filter((shift) => !within.includes(shift)),
    ({ memberId }) => memberId,
  );
  const known = new Map(within.map((shift) => [Shift.keyOf(shift), shift]));
  const postNames = new Map(posts.map((post) => [post.id as string, post.name]));
  const planned = read.map((row) => {
    const clash = row.entry && outside.get(row.entry.memberId)?.some((shift) => sharesTime(shift, row.entry));
    return planRow(clash ? asBad(row, "shift_overlaps_stored") : row, { known, postNames, newId });
  });
  const kept = new Set(read.flatMap(({ entry }) => (entry ? [Shift.keyOf(entry)] : [])));
  const people = new Map(members.map((member) => [member.id as string, member]));
  const removed = within
    .filter((shift) => !kept.has(Shift.keyOf(shift)))
    .map((before) => asRemoved(before, people, postNames));
  const all = [...planned, ...removed];
  return {
    rows: all.map(({ preview }) => preview),
    steps: all.flatMap(({ step }) => step ?? []),
    posts: coverersOf(read, posts),
  };
}

const sharesTime = (shift: Shift.Info, entry: ShiftEntry | undefined): boolean =>
  entry !== undefined &&
  overlaps({ from: shift.startsAt, to: shift.endsAt }, { from: entry.startsAt, to: entry.endsAt });

interface Planned {
  preview: PreviewRow;
  step?: Step<Shift.Info> | undefined;
}

function planRow(
  { number, employeeNumber, name, entry, problems }: Read,
  {
    known,
    postNames,
    newId,
  }: { known: ReadonlyMap<string, Shift.Info>; postNames: ReadonlyMap<string, string>; newId: NewId },
): Planned {
  const preview = { row: number, employeeNumber, name, problems };
  if (!entry) return { preview: { ...preview, state: "bad", changes: [] } };
  const before = known.get(Shift.keyOf(entry));
  const after = Shift.Info.parse({ ...entry, id: before?.id ?? newId("shf") });
  if (!before) return { preview: { ...preview, state: "adds", changes: [] }, step: { after } };
  const changes = changesOf(before, after, postNames);
  if (changes.length === 0) return { preview: { ...preview, state: "unchanged", changes } };
  return { preview: { ...preview, state: "changes", changes }, step: { before, after } };
}

function changesOf(before: Shift.Info, after: Shift.Info, names: ReadonlyMap<string, string>): PreviewRow["changes"] {
  const nameOfPost = (id: string) => names.get(id) ?? id;
  const read = (shift: Shift.Info) => [
    { field: "岗位", text: nameOfPost(shift.postId) },
    { field: "可代岗位", text: shift.coverableBy.map(nameOfPost).join("、") },
  ];
  const to = read(after);
  return read(before).flatMap(({ field, text }, index) => {
    const next = to[index]?.text ?? "";
    return text === next ? [] : [{ field, from: text, to: next }];
  });
}

function asRemoved(
  before: Shift.Info,
  people: ReadonlyMap<string, Member.Info>,
  names: ReadonlyMap<string, string>,
): Planned {
  const member = people.get(before.memberId);
  const from = `${names.get(before.postId) ?? before.postId} ${before.startsAt}/${before.endsAt}`;
  const changes = [{ field: "班次", from, to: "" }];
  const who = { employeeNumber: member?.employeeNumber ?? "", name: member?.name ?? "" };
  return { preview: { ...who, state: "removes", changes, problems: [] }, step: { before } };
}

/** A post is coverable by every post that any row of it names; a post of which no row names one stays as it is. */
function coverersOf(read: readonly Read[], posts: readonly UnitInfo[]): ShiftPlan["posts"] {
  const stated = Map.groupBy(
    read.flatMap(({ entry }) => entry ?? []),
    ({ postId }) => postId,
  );
  return posts.flatMap((post) => {
    const after = [...new Set(stated.get(post.id)?.flatMap(({ coverableBy }) => coverableBy))].sort();
    if (post.kind !== "post" || after.length === 0) return [];
    const before = post.coverableBy;
    return before.toSorted().join() === after.join() ? [] : [{ id: post.id, before, after }];
  });
}

import type { NewId } from "../lib/id.ts";
import { overlaps } from "../lib/time.ts";
import type * as Member from "../member/member.ts";
import type { UnitInfo } from "../organization/organization.ts";
import * as Shift from "../shift/shift.ts";
import type { Step } from "../staging/head.ts";
import { type Loss, lossOf } from "./mass-loss.ts";
import type { PreviewRow } from "./roster.ts";
import { asBadShift, type ReadShift, type ShiftContext, type ShiftEntry, spanText } from "./shift-entry.ts";

/** What an import of shifts would do. */
export interface ShiftPlan {
  rows: PreviewRow[];
  steps: Step<Shift.Info>[];
  /** How many more shifts go than come, if they are many. */
  losses: Loss[];
  /** Posts whose coverers the file states differently from what is stored. */
  posts: { id: Shift.Info["postId"]; before: Shift.Info["postId"][]; after: Shift.Info["postId"][] }[];
}

/** The local days that a file covers, first and last; undefined when no row is sound. */
export function spanOf(rows: readonly ReadShift[]): { first: string; last: string } | undefined {
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
  read: readonly ReadShift[],
  { stored, posts, members, zone, newId }: ShiftContext & { stored: readonly Shift.Info[]; newId: NewId },
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
    const clash = row.entry && outside.get(row.entry.memberId)?.find((shift) => sharesTime(shift, row.entry));
    return planRow(clash ? asBadShift(row, "shift_overlaps_stored", { limit: spanText(clash, zone) }) : row, {
      known,
      postNames,
      newId,
    });
  });
  const kept = new Set(read.flatMap(({ entry }) => (entry ? [Shift.keyOf(entry)] : [])));
  const people = new Map(members.map((member) => [member.id as string, member]));
  const removed = within
    .filter((shift) => !kept.has(Shift.keyOf(shift)))
    .map((before) => asRemoved(before, people, postNames));
  const added = planned.filter(({ preview }) => preview.state === "adds");
  const all = [...planned, ...removed];
  return {
    rows: all.map(({ preview }) => preview),
    steps: all.flatMap(({ step }) => step ?? []),
    losses: lossOf("shifts", removed.length - added.length, within.length),
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
  { number, employeeNumber, name, entry, problems }: ReadShift,
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
function coverersOf(read: readonly ReadShift[], posts: readonly UnitInfo[]): ShiftPlan["posts"] {
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

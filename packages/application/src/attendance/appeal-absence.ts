import { appeal, decideAppeal } from "@yigong/core/attendance/appeal.ts";
import type { Absent, Key } from "@yigong/core/attendance/attendance.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import { holders, tell } from "../lifecycle/lifecycle-effects.ts";
import { type AttendanceDeps, type By, entryOf } from "./find-session.ts";

/** The branch that a member belongs to on a day: its secretary decides, else the alliance. */
export async function branchOf(deps: AttendanceDeps, memberId: string, at: string): Promise<string | undefined> {
  const [member] = await deps.members.getMany([memberId]);
  return member && affiliationOn(member, dayOf(at, deps.zone)).branchId;
}

const causeOf = (row: Absent): string => `${row.sessionId}.${row.memberId}.${row.version + 1}`;

/**
 * Appeals against an absence of one's own, and tells who decides.
 *
 * @throws `absence.missing`, `absence.excused`, `absence.appealed`
 */
export async function appealAbsence(
  deps: AttendanceDeps,
  key: Key,
  { text, at }: { text: string; at: string },
): Promise<Absent> {
  const [activity, [member]] = await Promise.all([
    deps.activities.get(key.activityId),
    deps.members.getMany([key.memberId]),
  ]);
  const unitId = await branchOf(deps, key.memberId, at);
  const to: Audience = unitId === undefined ? holders("alliance") : { kind: "role", role: "branchSecretary", unitId };
  const row = await deps.attendances.change(key, at, (before) => {
    const item = appeal(before, { by: key.memberId, at, text });
    const about = { activity, to, dueAt: at, cause: causeOf(item) };
    return {
      item,
      effects: [tell({ ...about, template: "absence.appealed" }, { name: member?.name ?? key.memberId })],
    };
  });
  deps.wake();
  return row;
}

/**
 * Decides on an appeal and tells the person; upheld, the absence is excused.
 *
 * @throws `absence.missing`, `absence.not_appealed`, `absence.decided`, `absence.own_record`
 */
export async function decideAbsence(
  deps: AttendanceDeps,
  key: Key,
  decision: { upheld: boolean; reason: string; by: By; at: string },
): Promise<Absent> {
  const { upheld, reason, by, at } = decision;
  const activity = await deps.activities.get(key.activityId);
  const row = await deps.attendances.change(key, at, (before) => {
    const item = decideAppeal(before, { upheld, reason, by: by.actorId, at });
    const to: Audience = { kind: "members", memberIds: [key.memberId] };
    const template = upheld ? ("absence.appealUpheld" as const) : ("absence.appealRejected" as const);
    return {
      item,
      effects: [tell({ activity, template, to, dueAt: at, cause: causeOf(item) }, { reason })],
      audit: [entryOf(deps, key, { by, at, action: "absence.decide", reason, detail: { upheld } })],
    };
  });
  deps.wake();
  return row;
}

import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import * as Attendance from "@yigong/core/attendance/attendance.ts";
import { requireHalfDaysWithin } from "@yigong/core/attendance/workdays.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { absenceTold } from "./absence-effects.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireInTime, requireSessionInTime } from "./attendance-window.ts";
import { findCallable } from "./find-callable.ts";
import { findSession, type SessionInActivity } from "./find-session.ts";

/** One line of a roll-call. */
export type Line = Attendance.Call & { memberId: string };

const IN_FLIGHT = 8;

/** Refuses the whole roll-call if one of its lines is about a member who may not be called so. @throws `attendance.not_participant`, `attendance.not_expected` */
export async function requireCallable(deps: AttendanceDeps, found: SessionInActivity, lines: readonly Line[]) {
  const called = lines.map(({ memberId }) => memberId);
  const may = await findCallable(deps, found, called);
  const strangers = lines.filter((line) => line.state === "present" && !may.present(line.memberId));
  if (strangers.length > 0)
    throw attendanceRefusal("attendance.not_participant/rollCall", { people: strangers.map((line) => line.memberId) });
  const excused = lines.filter((line) => line.state === "absent" && !may.absent(line.memberId));
  if (excused.length > 0)
    throw attendanceRefusal("attendance.not_expected", { people: excused.map((line) => line.memberId) });
}

/**
 * Records a roll-call, all lines or none. Members on the duty list may be present without having signed up.
 *
 * Idempotent: the same lines twice are one roll-call.
 *
 * @throws `attendance.too_early`, `attendance.closed`, `attendance.not_participant`, `attendance.not_expected`,
 * `attendance.appealed`, `attendance.own_hours` when a line is about the leader, `attendance.too_many_half_days`,
 * `lifecycle.cancelled`
 * @source docs/domain.md lifecycle 3
 */
export async function callRoll(
  deps: AttendanceDeps,
  scope: Omit<Attendance.Key, "memberId">,
  { lines, by, at }: { lines: readonly Line[]; by: By; at: string },
): Promise<Attendance.Info[]> {
  const found = await findSession(deps, scope);
  Attendance.requireBegun(found.session, at);
  requireInTime(found.lifecycle, at);
  if (lines.some(({ state }) => state === "present")) requireSessionInTime(found.session, at);
  for (const line of lines) {
    Attendance.requireForeignHours({ by: by.actorId, deputyFor: by.deputyFor }, line.memberId);
    if (line.state === "present") requireHalfDaysWithin(found.session, line.halfDays ?? 0, deps.zone);
  }
  await requireCallable(deps, found, lines);
  const name = await nameOf(deps, by.actorId);
  const said = { by: by.actorId, deputyFor: by.deputyFor, at, session: found.session };
  const rows = new Map<string, Attendance.Info>();
  await inParallel(lines, IN_FLIGHT, async ({ memberId, ...call }) => {
    const key = { ...scope, memberId };
    const row = await deps.attendances.change(key, at, (before) => {
      const item = Attendance.rollCall(key, before, { ...call, ...said });
      const told = item.state === "absent" && !item.excused ? [absenceTold(found, item, name)] : [];
      const detail = { to: item.state, from: before?.state };
      const audit = [attendanceEntry(deps, key, { by, at, action: "attendance.rollCall", detail })];
      return { item, effects: told, audit: before || by.role !== undefined ? audit : [] };
    });
    rows.set(memberId, row);
  });
  deps.wake();
  return lines.flatMap((line) => rows.get(line.memberId) ?? []);
}

async function nameOf(deps: Pick<AttendanceDeps, "members">, memberId: string): Promise<string> {
  const [member] = await deps.members.getMany([memberId], recent);
  return member?.name ?? memberId;
}

import { type Key, type Present, requireCheckInOpen } from "@yigong/core/attendance/attendance.ts";
import { admit } from "@yigong/core/attendance/steward.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireInTime } from "./attendance-window.ts";
import { findPlaceFault, noPlace } from "./find-place-fault.ts";
import { findSession } from "./find-session.ts";

/**
 * Checks somebody in who has a place and stands at the entrance, by a steward or the leader. Nothing that is down already
 * is changed.
 *
 * @param steward - whether they act as a steward
 * @throws `attendance.too_early`, `attendance.session_over`, `attendance.closed`, `attendance.own_hours`,
 * `attendance.not_participant`, `attendance.already_checked_in`, `attendance.absence_stands`, `lifecycle.cancelled`
 */
export async function admitMember(
  deps: AttendanceDeps,
  key: Key,
  { by, at, steward }: { by: By; at: string; steward: boolean },
): Promise<Present> {
  const { activity, session, lifecycle } = await findSession(deps, key, recent);
  requireCheckInOpen(session, at);
  requireInTime(lifecycle, at);
  const fault = await findPlaceFault(deps, activity, key);
  if (fault) throw noPlace(fault);
  const said = { by: by.actorId, deputyFor: by.deputyFor, at, method: steward ? "steward" : "rollCall" } as const;
  return deps.attendances.change(key, at, (before) => ({
    item: admit(key, before, said),
    audit: [attendanceEntry(deps, key, { by, at, action: "attendance.admit" })],
  }));
}

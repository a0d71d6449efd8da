import { checkOut as checkedOut, type Info, type Key, type Present } from "@yigong/core/attendance/attendance.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireUnawarded } from "./attendance-window.ts";
import { findSession } from "./find-session.ts";

/**
 * Checks a member out, by themselves or by the leader.
 *
 * @throws `attendance.not_checked_in`, `attendance.check_out_over`, `attendance.awarded`, `lifecycle.cancelled`
 */
export async function checkOut(deps: AttendanceDeps, key: Key, { by, at }: { by: By; at: string }): Promise<Present> {
  const isOwn = by.actorId === key.memberId;
  const { session, lifecycle } = await findSession(deps, key, isOwn ? recent : undefined);
  requireUnawarded(lifecycle);
  const audit = isOwn ? [] : [attendanceEntry(deps, key, { by, at, action: "attendance.checkOut" })];
  const out = (before: Info | undefined) => ({
    item: checkedOut(before, { by: by.actorId, at, endsAt: session.endsAt }),
    audit,
  });
  // An eventually consistent read may miss a check-in of a moment ago; `change` then reads consistently.
  const row = await deps.attendances.find(key, recent);
  return deps.attendances.change(key, at, out, row && { row });
}

import type { Info as Activity, Session } from "@yigong/core/activity/activity.ts";
import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import {
  CHECK_IN_BEFORE_HOURS,
  type Key,
  type Present,
  requireCheckInOpen,
} from "@yigong/core/attendance/attendance.ts";
import { isRightCode, shownEarlier } from "@yigong/core/attendance/code.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireInTime } from "./attendance-window.ts";
import { findPlaceFault, noPlace } from "./find-place-fault.ts";
import { findSession } from "./find-session.ts";

/** Where somebody stands at the entrance of a session, before they press the button. */
export interface Entrance {
  activity: Activity;
  session: Session;
  /** They are there already. */
  present?: Present;
  /** What would be refused, as far as it is known without a try being counted. */
  refusal?: Refusal;
}

/**
 * Looks whether a member could check in, and writes nothing: messengers open every link for a preview.
 *
 * Six digits are not judged: whoever could ask as often as they like would find them. The eight characters of a link are
 * too many to guess.
 * @throws `activity.missing`, `activity.session_missing`, `lifecycle.cancelled`
 */
export async function lookAtCheckIn(
  deps: AttendanceDeps,
  key: Key,
  { code, at }: { code?: string | undefined; at: string },
): Promise<Entrance> {
  const { activity, session, lifecycle } = await findSession(deps, key, recent);
  const row = await deps.attendances.find(key, recent);
  if (row?.state === "present" && row.checkedOutAt === undefined) return { activity, session, present: row };
  try {
    requireCheckInOpen(session, at);
    requireInTime(lifecycle, at);
    const fault = await findPlaceFault(deps, activity, key);
    if (fault) throw noPlace(fault);
    if (code !== undefined && code.length > 6) requireInForce(deps, key, { code, at });
  } catch (error) {
    if (error instanceof Refusal && error.kind !== "unavailable") return { activity, session, refusal: error };
    throw error;
  }
  return { activity, session };
}

function requireInForce(
  { secrets }: Pick<AttendanceDeps, "secrets">,
  { activityId, sessionId }: Key,
  { code, at }: { code: string; at: string },
): void {
  if (isRightCode({ secret: secrets.checkIns, activityId, sessionId }, code, at)) return;
  throw attendanceRefusal("attendance.code_invalid/link");
}

/** When a code that is not taken any more was shown in its session. */
export function whenShown(
  { secrets }: Pick<AttendanceDeps, "secrets">,
  { activityId, id: sessionId, startsAt }: { activityId: string; id: string; startsAt: string },
  { code, at }: { code: string; at: string },
): string | undefined {
  const from = plusHours(startsAt, -CHECK_IN_BEFORE_HOURS);
  return shownEarlier({ secret: secrets.checkIns, activityId, sessionId }, code, { from, at });
}

import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import type { Info as Activity, Session } from "@yigong/core/activity/activity.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/** A session of an activity, and where the activity stands. */
export interface SessionInActivity {
  activity: Activity;
  session: Session;
  lifecycle: Lifecycle;
}

/**
 * Finds a session of an activity that was not cancelled.
 *
 * @param reading - how the lifecycle is read. Eventually consistent is enough for check-ins: a lifecycle only moves
 * forward, so a stale row refuses nobody wrongly and is late by a moment at most.
 * @throws `activity.missing`, `activity.session_missing`, `activity.session_cancelled`, `lifecycle.cancelled`
 */
export async function findSession(
  deps: Pick<AttendanceDeps, "activities" | "lifecycles">,
  { activityId, sessionId }: Omit<Key, "memberId">,
  reading?: Reading,
): Promise<SessionInActivity> {
  const [activity, lifecycle] = await Promise.all([
    deps.activities.get(activityId, recent),
    deps.lifecycles.get(activityId, reading),
  ]);
  const session = activity.sessions.find((one) => one.id === sessionId);
  if (!session) throw activityRefusal("activity.session_missing");
  if (session.cancelled) throw activityRefusal("activity.session_cancelled");
  if (lifecycle.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled/checkIn");
  return { activity, session, lifecycle };
}

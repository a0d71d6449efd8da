import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { checkIn, type Key, type Present, requireCheckInOpen } from "@yigong/core/attendance/attendance.ts";
import { isRightCode } from "@yigong/core/attendance/code.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireInTime } from "./attendance-window.ts";
import { findSession } from "./find-session.ts";

const notParticipant = (message: string) => new Refusal("conflict", "attendance.not_participant", message);

/** Refuses a check-in without a place in the session, with the reason and what to do. @throws `attendance.not_participant` */
async function requirePlace(deps: AttendanceDeps, activity: Activity, { sessionId, memberId }: Key): Promise<void> {
  const own = await deps.participations.ofMember(activity, memberId, recent);
  const here = own.find((one) => one.sessionId === sessionId);
  if (here?.state === "placed") return;
  if (here?.state === "waiting")
    throw notParticipant(
      "You are on the waiting list; you are told when a place comes free. Ask the leader on the spot.",
    );
  if (own.some((one) => one.state === "placed"))
    throw notParticipant("Your place is in another session of this activity; check in there.");
  const leave = await deps.leaves.find(activity.id, memberId);
  if (leave?.status === "approved")
    throw notParticipant(
      "Your leave is approved, so you have no place. The leader can still put you down in the roll-call.",
    );
  if (here?.state === "released")
    throw notParticipant(
      "No place was left for you, so you need not serve. The leader can still put you down in the roll-call.",
    );
  const duty = await deps.dutyLists.find(activity.id);
  if (duty?.memberIds.includes(memberId))
    throw notParticipant(
      "You have not signed up. You are on the duty list: the leader puts you down in the roll-call.",
    );
  throw notParticipant("You have no place in this activity. Sign up for one of the open activities.");
}

/**
 * Checks a member in by the code on the screen; after a check-out too early it takes that back.
 *
 * @throws `attendance.too_early`, `attendance.session_over`, `attendance.closed`, `attendance.already_checked_in`,
 * `attendance.not_participant`, `attendance.too_many_tries`, `attendance.code_invalid`, `lifecycle.cancelled`
 */
export async function checkInByCode(
  deps: AttendanceDeps,
  key: Key,
  { code, at }: { code: string; at: string },
): Promise<Present> {
  const { activityId, sessionId, memberId } = key;
  const { activity, session, lifecycle } = await findSession(deps, key, recent);
  requireCheckInOpen(session, at);
  requireInTime(lifecycle, at);
  const row = await deps.attendances.find(key, recent);
  checkIn(key, row, at);
  await requirePlace(deps, activity, key);
  await deps.attendances.countTry(activityId, memberId, at);
  if (!isRightCode({ secret: deps.secrets.checkIns, activityId, sessionId }, code, at))
    throw new Refusal(
      "invalid",
      "attendance.code_invalid",
      "This code is wrong or no longer shown; it changes every 30 seconds. Scan the one on the screen now, or ask the leader.",
    );
  return deps.attendances.change(key, at, (before) => ({ item: checkIn(key, before, at) }), { row });
}

import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import * as BackEntry from "@yigong/core/attendance/back-entry.ts";
import { requireHalfDaysWithin } from "@yigong/core/attendance/workdays.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { period } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { nameOf } from "../lib/name-of.ts";
import { holders, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { findExempt } from "../participation/find-exempt.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findLateSession } from "./find-late-session.ts";
import type { SessionInActivity } from "./find-session.ts";

/**
 * Asks for an attendance to be put down after the stage, with a reason and the half workdays.
 *
 * @throws `attendance.roll_call_open`, `attendance.awarded`, `attendance.already_present`, `attendance.own_hours`,
 * `attendance.not_participant`, `attendance.too_many_half_days`, `lifecycle.cancelled`
 * @source Order 67
 */
export async function requestBackEntry(
  deps: AttendanceDeps,
  key: Key,
  wish: { halfDays: number; reason: string; by: By; at: string; entryKey?: string | undefined },
): Promise<BackEntry.Info> {
  const { halfDays, reason, by, at, entryKey } = wish;
  const found = await findLateSession(deps, key, at);
  const { activity, session } = found;
  requireHalfDaysWithin(session, halfDays, deps.zone);
  const { hasLeft } = await findExempt(deps, activity, [key.memberId], {});
  const own = await deps.participations.ofMember(activity, key.memberId);
  const duty = await deps.dutyLists.find(activity.id);
  const placed = own.some((one) => one.sessionId === key.sessionId && one.state === "placed");
  if ((!placed && !duty?.memberIds.includes(key.memberId)) || hasLeft(key.memberId, key.sessionId))
    throw attendanceRefusal("attendance.not_participant/backEntry");
  const names = await nameOf(deps, [by.actorId, key.memberId]);
  const asked = { ...key, halfDays, reason, by: by.actorId, deputyFor: by.deputyFor, at, entryKey };
  const entry = await deps.attendances.request(key, at, (before, attendance) => {
    const item = BackEntry.request(before, attendance, asked);
    return {
      item,
      effects: toldSecondPeople(found, item, names),
      audit: [attendanceEntry(deps, key, { by, at, action: "attendance.backEntry", reason, detail: { halfDays } })],
    };
  });
  deps.wake();
  return entry;
}

/** Tells who may approve: the alliance, and the organizer unless they are a party to it. @source docs/domain.md "Decision, second person" */
function toldSecondPeople(
  { activity, session }: SessionInActivity,
  entry: BackEntry.Info,
  names: (memberId: string) => string,
): Effect[] {
  const { activityId, sessionId, memberId, reason, requestedBy, requestedFor, requestedAt: dueAt, version } = entry;
  const page = PAGE.approval("backEntry", activityId, sessionId, memberId);
  const cause = `backEntry.${sessionId}.${memberId}.${version + 1}`;
  const about = { activity, template: "attendance.backEntryAsked" as const, dueAt, page };
  const sessionPeriod = period(session.startsAt, session.endsAt);
  const params = { name: names(requestedBy), member: names(memberId), reason, sessionPeriod };
  const isParty = [requestedBy, requestedFor, memberId].includes(activity.organizerId);
  return [
    tell({ ...about, to: holders("alliance"), cause }, params),
    ...(isParty ? [] : [tell({ ...about, to: people(activity, "organizer"), cause: `${cause}.organizer` }, params)]),
  ];
}

import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type * as Attendance from "@yigong/core/attendance/attendance.ts";
import * as PaperSheet from "@yigong/core/attendance/paper-sheet.ts";
import { mostHalfDays, requireHalfDaysWithin, UNSTATED_HALF_DAYS } from "@yigong/core/attendance/workdays.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { period } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { nameOf } from "../lib/name-of.ts";
import { holders, people, tell } from "../lifecycle/lifecycle-effects.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireUnawarded } from "./attendance-window.ts";
import { callRoll, type Line, requireCallable } from "./call-roll.ts";
import { findSession, type SessionInActivity } from "./find-session.ts";
import { isLateSession } from "./put-down-late.ts";

/** What became of a sheet that was typed in: put down at once, or asked for. */
export type Submitted = { recorded: Attendance.Info[] } | { asked: PaperSheet.Requested };

/**
 * Takes a sign-in sheet in that was filled in on paper, all lines or none: a roll-call while it is in time; afterwards one
 * batch with a reason, absences too, which a second person decides.
 *
 * @throws `attendance.sheet_reason` when it is late and says not why; what `callRoll` throws; `attendance.awarded`
 * @source docs/domain.md lifecycle 3, "Decision, paper"
 */
export async function submitPaperSheet(
  deps: AttendanceDeps,
  scope: Omit<Attendance.Key, "memberId">,
  { lines, reason, by, at }: { lines: readonly Line[]; reason?: string | undefined; by: By; at: string },
): Promise<Submitted> {
  const found = await findSession(deps, scope);
  if (!isLateSession(found, at)) {
    const onPaper = lines.map((line) => ({ ...line, paper: true as const }));
    return { recorded: await callRoll(deps, scope, { lines: onPaper, by, at }) };
  }
  requireUnawarded(found.lifecycle);
  if (reason === undefined) throw attendanceRefusal("attendance.sheet_reason", { endsAt: found.session.endsAt });
  await requireCallable(deps, found, lines);
  const typed = lines.map((line) => lineOf(line, found, deps.zone));
  const names = await nameOf(deps, [by.actorId]);
  const said = { ...scope, lines: typed, reason, by: by.actorId, deputyFor: by.deputyFor, at };
  const asked = await deps.attendances.requestSheet(scope, at, (before) => {
    const item = PaperSheet.request(before, said);
    const detail = { sessionId: scope.sessionId, lines: lines.length };
    const told = { by, at, action: "attendance.paperSheet", reason, detail };
    return {
      item,
      effects: toldSecondPeople(found, item, names(by.actorId)),
      audit: [entryOf(deps.newId, { subjectId: scope.activityId, ...told })],
    };
  });
  deps.wake();
  return { asked };
}

function lineOf({ memberId, ...call }: Line, { session }: SessionInActivity, zone: string): PaperSheet.Line {
  if (call.state === "absent") return { memberId, state: "absent", excused: call.excused, why: call.why };
  requireHalfDaysWithin(session, call.halfDays ?? 0, zone);
  const halfDays = call.halfDays ?? Math.min(UNSTATED_HALF_DAYS, mostHalfDays(session, zone));
  return { memberId, state: "present", halfDays };
}

/** Tells who may decide: the alliance, and the organizer unless they typed it. */
function toldSecondPeople(
  { activity, session }: SessionInActivity,
  sheet: PaperSheet.Requested,
  name: string,
): Effect[] {
  const { requestedBy, requestedFor, requestedAt: dueAt, version, lines, reason } = sheet;
  const cause = `paperSheet.${session.id}.${version + 1}`;
  const page = PAGE.approval("paperSheet", activity.id, session.id);
  const about = { activity, template: "attendance.paperSheetAsked" as const, dueAt, page };
  const sessionPeriod = period(session.startsAt, session.endsAt);
  const params = { name, count: String(lines.length), reason, sessionPeriod };
  const isParty = [requestedBy, requestedFor].includes(activity.organizerId);
  return [
    tell({ ...about, to: holders("alliance"), cause }, params),
    ...(isParty ? [] : [tell({ ...about, to: people(activity, "organizer"), cause: `${cause}.organizer` }, params)]),
  ];
}

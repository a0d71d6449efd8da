import type * as Attendance from "@yigong/core/attendance/attendance.ts";
import * as PaperSheet from "@yigong/core/attendance/paper-sheet.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { chunksOf, inParallel } from "@yigong/core/lib/parallel.ts";
import { period } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { nameOf } from "../lib/name-of.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { absenceTold } from "./absence-effects.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findLateSession } from "./find-late-session.ts";
import type { SessionInActivity } from "./find-session.ts";

const IN_FLIGHT = 8;

/**
 * A second person decides a sheet that was typed in late, as one batch. Approved, its lines are put down first and the
 * batch is closed last, so that after a crash the same approval goes on.
 *
 * @param decision - `why`: refused, for this reason
 * @throws `attendance.sheet_missing`, `attendance.sheet_decided`, `attendance.second_person`, `attendance.awarded`,
 * `attendance.roll_call_open`, `lifecycle.cancelled`
 */
export async function decidePaperSheet(
  deps: AttendanceDeps,
  scope: Omit<Attendance.Key, "memberId">,
  { by, at, why }: { by: By; at: string; why?: string | undefined },
): Promise<PaperSheet.Info> {
  const found = await findLateSession(deps, scope, at);
  const party = { by: by.actorId, deputyFor: by.deputyFor };
  const seen = await deps.attendances.getSheet(scope);
  const wanted = PaperSheet.decide(seen, { ...party, at, why });
  if (wanted === seen) return seen;
  if (wanted.status === "approved" && seen.status === "requested") await putDown(deps, found, { sheet: seen, by, at });
  const decided = await deps.attendances.decideSheet(scope, at, (before) => {
    const item = PaperSheet.decide(before, { ...party, at, why });
    if (item === before) return { item };
    const action = why === undefined ? "attendance.approvePaperSheet" : "attendance.refusePaperSheet";
    const detail = { sessionId: scope.sessionId, lines: item.lines.length };
    const told = { by, at, action, reason: why ?? item.reason, detail };
    const effects = item.status === "refused" ? toldRefused(found, item) : [];
    return { item, effects, audit: [entryOf(deps.newId, { subjectId: scope.activityId, ...told })] };
  });
  deps.wake();
  return decided;
}

const TOLD_AT_ONCE = 100;

/** Tells who is on a sheet that is not taken, and who typed it in: nothing of it counts. */
function toldRefused(
  { activity, session }: SessionInActivity,
  { lines, requestedBy, decidedAt: dueAt, why: reason, version }: Extract<PaperSheet.Info, { status: "refused" }>,
): Effect[] {
  const everybody = [...new Set([requestedBy, ...lines.map(({ memberId }) => memberId)])].sort();
  const sessionPeriod = period(session.startsAt, session.endsAt);
  return chunksOf(everybody, TOLD_AT_ONCE).map((memberIds, part) => {
    const cause = `paperSheetRefused.${session.id}.${version + 1}.${part}`;
    const to = { kind: "members" as const, memberIds };
    return tell({ activity, template: "attendance.paperSheetRefused", to, dueAt, cause }, { sessionPeriod, reason });
  });
}

async function putDown(
  deps: AttendanceDeps,
  found: SessionInActivity,
  { sheet, by, at }: { sheet: PaperSheet.Requested; by: By; at: string },
): Promise<void> {
  const { activity, session } = found;
  const names = await nameOf(deps, [sheet.requestedBy]);
  await inParallel(sheet.lines, IN_FLIGHT, async (line) => {
    const key = { activityId: activity.id, sessionId: session.id, memberId: line.memberId };
    const before = await deps.attendances.find(key);
    const to = { line, sheet, approvedBy: by.actorId, startsAt: session.startsAt };
    if (before && PaperSheet.put(key, before, to) === before) return;
    await deps.attendances.change(key, at, (row) => {
      const item = PaperSheet.put(key, row, to);
      const isNew = item.state === "absent" && !item.excused && row?.state !== "absent";
      const detail = { to: item.state, from: row?.state };
      const said = { by, at, action: "attendance.approvePaperSheet", reason: sheet.reason, detail };
      return {
        item,
        effects: isNew ? [absenceTold(found, item, names(sheet.requestedBy))] : [],
        audit: item === row ? [] : [attendanceEntry(deps, key, said)],
      };
    });
  });
}

import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import { type Entry, isLateFor, judgeLate } from "@yigong/core/attendance/phone-entry.ts";
import { mostHalfDays, UNSTATED_HALF_DAYS } from "@yigong/core/attendance/workdays.ts";
import { systemReason } from "@yigong/core/language/system-reason.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { isLate } from "./attendance-window.ts";
import type { SessionInActivity } from "./find-session.ts";
import { requestBackEntry } from "./request-back-entry.ts";
import type { Synced, Syncing } from "./synced.ts";

/** Whether a session is over for so long that a second person approves who was there. */
export const isLateSession = ({ lifecycle, session }: SessionInActivity, at: string): boolean =>
  isLate(lifecycle, at) || isLateFor(session, at);

/**
 * Asks for a back entry by an entry that came in too late. Nobody is put down as absent then: at the end of the stage that
 * was done for everybody of whom nothing was known.
 *
 * @throws `attendance.closed` for an absence, and what {@link requestBackEntry} throws
 */
export async function putDownLate(
  deps: AttendanceDeps,
  where: Key,
  { syncing, entry }: { syncing: Syncing; entry: Entry },
): Promise<Pick<Synced, "outcome" | "row" | "backEntry">> {
  const { found, by, at } = syncing;
  const row = await deps.attendances.find(where);
  const outcome = judgeLate(row, { entry, by: by.actorId });
  if (outcome !== "needsSecondPerson") return { outcome, row };
  if (entry.state === "absent") throw attendanceRefusal("attendance.closed/absence");
  const most = mostHalfDays(found.session, deps.zone);
  const halfDays = entry.halfDays ?? Math.min(UNSTATED_HALF_DAYS, most);
  const wish = { halfDays, reason: systemReason("lateRollCall"), by, at, entryKey: entry.key };
  return { outcome, row, backEntry: await requestBackEntry(deps, where, wish) };
}

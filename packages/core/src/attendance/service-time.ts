import type { Session } from "../activity/activity.ts";
import type { Info } from "./record.ts";

type Times = Pick<Session, "id" | "startsAt" | "endsAt">;

const MINUTE = 60_000;

/**
 * The minutes that people served in sessions: from check-in to check-out within the session's own time, to its end without a check-out.
 *
 * Workdays are counted by halves (`workdays.ts`) and may be stated by the leader; these are the times themselves.
 * @param rows - attendances of the sessions; absences and rows of other sessions count nothing
 */
export function minutesServed(rows: readonly Info[], sessions: readonly Times[]): number {
  const byId = new Map<string, Times>(sessions.map((session) => [session.id, session]));
  return rows.reduce((sum, row) => {
    const session = byId.get(row.sessionId);
    if (row.state !== "present" || !session) return sum;
    const from = Math.max(Date.parse(row.checkedInAt), Date.parse(session.startsAt));
    const to = Math.min(Date.parse(row.checkedOutAt ?? session.endsAt), Date.parse(session.endsAt));
    return sum + Math.max(0, Math.floor((to - from) / MINUTE));
  }, 0);
}

import type { Absent } from "@yigong/core/attendance/attendance.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import type { SessionInActivity } from "./find-session.ts";

/** The cause of a message about an absence: one for each version of the row, so that it is idempotent. */
export const causeOf = (row: Absent): string => `${row.sessionId}.${row.memberId}.${row.version + 1}`;

/** Tells a member of an unexcused absence, against which they may appeal. */
export const absenceTold = (
  { activity, session }: Pick<SessionInActivity, "activity" | "session">,
  row: Absent,
  name: string,
): Effect =>
  tell(
    {
      activity,
      template: "absence.recorded",
      to: { kind: "members", memberIds: [row.memberId] },
      dueAt: row.at,
      cause: causeOf(row),
    },
    { name, startsAt: session.startsAt, reason: row.why },
  );

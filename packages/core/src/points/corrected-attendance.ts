import {
  type Info as Attendance,
  CHECK_IN_BEFORE_HOURS,
  CHECK_OUT_AFTER_HOURS,
  type Key,
  type Present,
  state,
} from "../attendance/attendance.ts";
import { remembered } from "../attendance/record.ts";
import { plusHours } from "../lib/time.ts";
import type { Change } from "./correction.ts";
import { pointsRefusal } from "./points.refusals.ts";

/** Who stands behind a correction, when and why. */
export interface Behind {
  askedBy: string;
  askedAt: string;
  approvedBy: string;
  reason: string;
}

type OfAttendance = Extract<Change, { sessionId: string }>;

const requirePresent = (row: Attendance | undefined): Present => {
  if (row?.state !== "present") throw pointsRefusal("correction.not_present");
  return row;
};

const requireTimes = (
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  { checkedInAt, checkedOutAt }: { checkedInAt: string; checkedOutAt: string },
): void => {
  const from = plusHours(startsAt, -CHECK_IN_BEFORE_HOURS);
  const to = plusHours(endsAt, CHECK_OUT_AFTER_HOURS);
  if (checkedInAt < from || checkedInAt >= checkedOutAt || checkedOutAt > to)
    throw pointsRefusal("correction.times_outside", { from, to });
};

/**
 * The attendance as a correction leaves it.
 *
 * @param before - what was down; nothing when nothing was known
 * @throws `correction.present_already`, `correction.not_present`, `correction.times_outside`, `attendance.checked_out`
 * @source docs/ledger.md Corrections
 */
export function corrected(
  before: Attendance | undefined,
  change: OfAttendance,
  { key, session, behind }: { key: Key; session: { startsAt: string; endsAt: string }; behind: Behind },
): Attendance {
  const { askedBy: by, askedAt: at, approvedBy, reason } = behind;
  const backEntered = { by, at, approvedBy, reason };
  const replaced = { by, at };
  switch (change.kind) {
    case "present":
      if (before?.state === "present") throw pointsRefusal("correction.present_already");
      return {
        ...key,
        version: before?.version ?? 0,
        ...(before ? { earlier: remembered(before, replaced) } : {}),
        state: "present",
        checkedInAt: session.startsAt,
        method: "backEntry",
        by,
        stated: { halfDays: change.halfDays, by, at },
        backEntered,
      };
    case "times": {
      requireTimes(session, change);
      const was = requirePresent(before);
      const { stated: _, ...present } = was;
      const { checkedInAt, checkedOutAt } = change;
      const earlier = remembered(was, replaced);
      return { ...present, earlier, checkedInAt, checkedOutAt, checkedOutBy: by, backEntered };
    }
    case "halfDays":
      return { ...state(requirePresent(before), { halfDays: change.halfDays, by, at }), backEntered };
    case "absent": {
      const was = requirePresent(before);
      const earlier = remembered(was, replaced);
      return { ...key, version: was.version, earlier, state: "absent", excused: change.excused, by, at, why: reason };
    }
  }
}

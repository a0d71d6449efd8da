import { decideAppeal as decided } from "@yigong/core/attendance/appeal.ts";
import type { Absent, Key } from "@yigong/core/attendance/attendance.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { causeOf } from "./absence-effects.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/**
 * Decides on an appeal and tells the person; upheld, the absence is excused.
 *
 * @throws `absence.missing`, `absence.not_appealed`, `absence.decided`, `absence.own_record`
 */
export async function decideAppeal(
  deps: AttendanceDeps,
  key: Key,
  decision: { upheld: boolean; reason: string; by: By; at: string },
): Promise<Absent> {
  const { upheld, reason, by, at } = decision;
  const activity = await deps.activities.get(key.activityId);
  const row = await deps.attendances.change(key, at, (before) => {
    const item = decided(before, { upheld, reason, by: by.actorId, deputyFor: by.deputyFor, at });
    const to: Audience = { kind: "members", memberIds: [key.memberId] };
    const template = upheld ? ("absence.appealUpheld" as const) : ("absence.appealRejected" as const);
    return {
      item,
      effects: [tell({ activity, template, to, dueAt: at, cause: causeOf(item) }, { reason })],
      audit: [attendanceEntry(deps, key, { by, at, action: "absence.decide", reason, detail: { upheld } })],
    };
  });
  deps.wake();
  return row;
}

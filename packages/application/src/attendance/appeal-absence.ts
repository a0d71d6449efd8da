import { appeal } from "@yigong/core/attendance/appeal.ts";
import type { Absent, Key } from "@yigong/core/attendance/attendance.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import { holders, tell } from "../lifecycle/lifecycle-effects.ts";
import { causeOf } from "./absence-effects.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findBranch } from "./find-branch.ts";

/**
 * Appeals against an absence of one's own, and tells who decides.
 *
 * @throws `absence.missing`, `absence.excused`, `absence.appealed`
 */
export async function appealAbsence(
  deps: AttendanceDeps,
  key: Key,
  { text, at }: { text: string; at: string },
): Promise<Absent> {
  const [activity, [member]] = await Promise.all([
    deps.activities.get(key.activityId),
    deps.members.getMany([key.memberId]),
  ]);
  const unitId = await findBranch(deps, key.memberId, at);
  const to: Audience = unitId === undefined ? holders("alliance") : { kind: "role", role: "branchSecretary", unitId };
  const row = await deps.attendances.change(key, at, (before) => {
    const item = appeal(before, { by: key.memberId, at, text });
    const page = PAGE.approval("appeal", key.activityId, key.sessionId, key.memberId);
    const about = { activity, to, dueAt: at, cause: causeOf(item), page };
    return {
      item,
      effects: [tell({ ...about, template: "absence.appealed" }, { name: member?.name ?? key.memberId })],
    };
  });
  deps.wake();
  return row;
}

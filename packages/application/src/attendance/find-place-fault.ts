import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import type { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/** Why somebody has no place in a session. */
export type PlaceFault = "waiting" | "otherSession" | "onLeave" | "released" | "onDuty" | "stranger";

/** The refusal of a check-in without a place; its `cause` is `{ place }`, by which the page behind a code words it. */
export const noPlace = (fault: PlaceFault): Refusal =>
  attendanceRefusal(
    fault === "stranger" ? "attendance.not_participant" : `attendance.not_participant/${fault}`,
    undefined,
    {
      cause: { place: fault },
    },
  );

/** Finds why a member has no place in a session; undefined when they have one. */
export async function findPlaceFault(
  deps: Pick<AttendanceDeps, "participations" | "leaves" | "dutyLists">,
  activity: Activity,
  { sessionId, memberId }: Key,
): Promise<PlaceFault | undefined> {
  const own = await deps.participations.ofMember(activity, memberId, recent);
  const here = own.find((one) => one.sessionId === sessionId);
  if (here?.state === "placed") return undefined;
  if (here?.state === "waiting" || here?.state === "offered") return "waiting";
  if (own.some((one) => one.state === "placed")) return "otherSession";
  const leave = await deps.leaves.find(activity.id, memberId);
  if (leave?.status === "approved") return "onLeave";
  if (here?.state === "released") return "released";
  const duty = await deps.dutyLists.find(activity.id);
  return duty?.memberIds.includes(memberId) ? "onDuty" : "stranger";
}

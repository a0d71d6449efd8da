import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/** Why somebody has no place in a session, with the way on. */
const FAULTS = {
  waiting: "You are on the waiting list; you are told when a place comes free. Ask the leader on the spot.",
  otherSession: "Your place is in another session of this activity; check in there.",
  onLeave: "Your leave is approved, so you have no place. The leader can still put you down in the roll-call.",
  released: "No place was left for you, so you need not serve. The leader can still put you down in the roll-call.",
  onDuty: "You have not signed up. You are on the duty list: the leader puts you down in the roll-call.",
  stranger:
    "You have no place in this activity. Sign up for an open one, or ask the leader here to take you in on the spot.",
} as const;
export type PlaceFault = keyof typeof FAULTS;

/** The refusal of a check-in without a place; its `cause` is `{ place }`, for an edge that words it in the reader's language. */
export const noPlace = (fault: PlaceFault): Refusal =>
  new Refusal("conflict", "attendance.not_participant", FAULTS[fault], { cause: { place: fault } });

/** Finds why a member has no place in a session; undefined when they have one. */
export async function findPlaceFault(
  deps: Pick<AttendanceDeps, "participations" | "leaves" | "dutyLists">,
  activity: Activity,
  { sessionId, memberId }: Key,
): Promise<PlaceFault | undefined> {
  const own = await deps.participations.ofMember(activity, memberId, recent);
  const here = own.find((one) => one.sessionId === sessionId);
  if (here?.state === "placed") return undefined;
  if (here?.state === "waiting") return "waiting";
  if (own.some((one) => one.state === "placed")) return "otherSession";
  const leave = await deps.leaves.find(activity.id, memberId);
  if (leave?.status === "approved") return "onLeave";
  if (here?.state === "released") return "released";
  const duty = await deps.dutyLists.find(activity.id);
  return duty?.memberIds.includes(memberId) ? "onDuty" : "stranger";
}

import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity, Session } from "@yigong/core/activity/activity.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { deadlineOf, type Info as Lifecycle, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Documents } from "../ports/documents.ts";
import type { Wake } from "../ports/wake.ts";

/** What putting down who was present needs to know and to write. */
export interface AttendanceDeps {
  attendances: Attendances;
  activities: Pick<Activities, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  participations: Pick<Participations, "of" | "ofMember" | "lines">;
  dutyLists: Pick<DutyLists, "find">;
  leaves: Pick<Leaves, "find" | "of">;
  members: Pick<Members, "getMany">;
  settings: Pick<SettingsRow, "get">;
  /** What check-in codes are derived from. */
  secrets: { checkIns: Uint8Array };
  documents: Pick<Documents, "qrCode">;
  /** Where people reach us, without a slash at the end, for the QR code. */
  origin: () => string;
  zone: string;
  newId: NewId;
  wake: Wake;
}

/** Who acts, in which role and for whom. */
export interface By {
  actorId: string;
  role?: string | undefined;
  deputyFor?: string | undefined;
}

/** A session of an activity, and where the activity stands. */
export interface Scene {
  activity: Activity;
  session: Session;
  lifecycle: Lifecycle;
}

/**
 * @param reading - `recent` for what people do about themselves: an activity only moves on, so that a row of a moment ago
 * refuses nobody who may, and lets through who came that moment ago
 * @throws `activity.missing`, `activity.session_missing`, `lifecycle.cancelled`
 */
export async function sceneOf(
  deps: Pick<AttendanceDeps, "activities" | "lifecycles">,
  { activityId, sessionId }: Omit<Key, "memberId">,
  reading?: Reading,
): Promise<Scene> {
  const [activity, lifecycle] = await Promise.all([
    deps.activities.get(activityId, recent),
    deps.lifecycles.get(activityId, reading),
  ]);
  const session = activity.sessions.find((one) => one.id === sessionId);
  if (!session)
    throw new Refusal("missing", "activity.session_missing", `There is no session ${sessionId} in this activity.`);
  if (lifecycle.status === "cancelled")
    throw new Refusal("conflict", "lifecycle.cancelled", "The activity was cancelled; nobody checks in.");
  return { activity, session, lifecycle };
}

/** Whether the execute stage is over, by a person or by its deadline. */
export const isLate = (lifecycle: Lifecycle, at: string): boolean =>
  outcomeOf(lifecycle, "Execute") !== undefined || at >= (deadlineOf(lifecycle, "Execute") ?? at);

/** Lets people put down attendances in the stage itself. @throws `attendance.closed` */
export function requireInTime(lifecycle: Lifecycle, at: string): void {
  if (isLate(lifecycle, at))
    throw new Refusal(
      "conflict",
      "attendance.closed",
      "The stage is over. Ask for a back entry with a reason; a second person approves it.",
    );
}

/** Points are posted from attendances, so these stay as they are from then on. @throws `attendance.awarded` */
export function requireUnawarded(lifecycle: Lifecycle): void {
  if (lifecycle.status === "awarding" || lifecycle.status === "done")
    throw new Refusal(
      "conflict",
      "attendance.awarded",
      "Points are posted from these attendances; correct the points instead.",
    );
}

/** The audit entry of what somebody did about somebody's attendance. */
export const entryOf = (
  deps: Pick<AttendanceDeps, "newId">,
  key: Key,
  {
    by,
    at,
    action,
    reason,
    detail,
  }: { by: By; at: string; action: string; reason?: string | undefined; detail?: object },
): Entry => ({
  subjectId: key.activityId,
  id: deps.newId("aud"),
  at,
  action,
  ...by,
  ...(reason === undefined ? {} : { reason }),
  detail: { sessionId: key.sessionId, memberId: key.memberId, ...detail },
});

export async function nameOf(deps: Pick<AttendanceDeps, "members">, memberId: string): Promise<string> {
  const [member] = await deps.members.getMany([memberId], recent);
  return member?.name ?? memberId;
}

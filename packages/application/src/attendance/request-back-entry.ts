import type { Info as Attendance, Key } from "@yigong/core/attendance/attendance.ts";
import * as BackEntry from "@yigong/core/attendance/back-entry.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import {
  type AttendanceDeps,
  type By,
  entryOf,
  isLate,
  requireUnawarded,
  type Scene,
  sceneOf,
} from "./find-session.ts";

const TOO_EARLY = "The stage is still open: use the roll-call, which needs no second person.";

async function lateScene(deps: AttendanceDeps, key: Key, at: string): Promise<Scene> {
  const scene = await sceneOf(deps, key);
  requireUnawarded(scene.lifecycle);
  if (!isLate(scene.lifecycle, at)) throw new Refusal("conflict", "attendance.roll_call_open", TOO_EARLY);
  return scene;
}

/**
 * Asks for an attendance to be put down after the stage, with a reason and the half workdays.
 *
 * @throws `attendance.roll_call_open`, `attendance.awarded`, `attendance.already_present`, `attendance.own_hours`,
 * `attendance.not_participant`, `lifecycle.cancelled`
 * @source Order 67
 */
export async function requestBackEntry(
  deps: AttendanceDeps,
  key: Key,
  { halfDays, reason, by, at }: { halfDays: number; reason: string; by: By; at: string },
): Promise<BackEntry.Info> {
  const { activity } = await lateScene(deps, key, at);
  const own = await deps.participations.ofMember(activity, key.memberId);
  const duty = await deps.dutyLists.find(activity.id);
  const placed = own.some((one) => one.sessionId === key.sessionId && one.state === "placed");
  if (!placed && !duty?.memberIds.includes(key.memberId))
    throw new Refusal(
      "conflict",
      "attendance.not_participant",
      "Back entries are for people with a place in the session or on the duty list.",
    );
  return deps.attendances.request(key, at, (before, attendance) => ({
    item: BackEntry.request(before, attendance, { ...key, halfDays, reason, by: by.actorId, at }),
    audit: [entryOf(deps, key, { by, at, action: "attendance.backEntry", reason, detail: { halfDays } })],
  }));
}

/**
 * Approves a back entry as a second person; the person is present from then on, and an absence is gone.
 *
 * @throws `attendance.back_entry_missing`, `attendance.second_person`, `attendance.roll_call_open`, `attendance.awarded`,
 * `lifecycle.cancelled`
 * @source Order 67
 */
export async function approveBackEntry(
  deps: AttendanceDeps,
  key: Key,
  { by, at }: { by: By; at: string },
): Promise<Attendance | undefined> {
  const { session } = await lateScene(deps, key, at);
  const { attendance } = await deps.attendances.approve(key, at, (before) => {
    const entry = BackEntry.approve(before.entry, { by: by.actorId, at });
    if (entry === before.entry) return { item: before };
    const version = before.attendance?.version ?? 0;
    return {
      item: { entry, attendance: BackEntry.entered(entry, { startsAt: session.startsAt, version }) },
      audit: [entryOf(deps, key, { by, at, action: "attendance.approveBackEntry", reason: entry.reason })],
    };
  });
  return attendance;
}

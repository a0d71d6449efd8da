import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import { type Info as Attendance, type Key, type Present, requireForeignHours } from "./attendance.ts";

/** More than any entrance needs; whoever runs an activity is named its organizer. */
export const STEWARDS_MAXIMUM = 20;

/** Somebody who may check people in at one activity, and nothing else. */
export const Info = z.object({
  activityId: z.string(),
  memberId: z.string(),
  namedBy: z.string(),
  namedAt: Instant,
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** Names somebody; who is named already stays so. @throws `steward.too_many` */
export function name(before: readonly Info[], wish: Omit<Info, "version">): Info {
  const known = before.find(({ memberId }) => memberId === wish.memberId);
  if (known) return known;
  if (before.length >= STEWARDS_MAXIMUM) throw attendanceRefusal("steward.too_many", { most: STEWARDS_MAXIMUM });
  return { ...wish, version: 0 };
}

/**
 * Puts somebody down as present who stands at the entrance and of whom nothing is known yet.
 *
 * What stands is never changed: neither an absence that the leader called nor hours.
 * @param method - by a steward, or by the leader
 * @throws `attendance.own_hours`, `attendance.already_checked_in`, `attendance.absence_stands`
 */
export function admit(
  key: Key,
  before: Attendance | undefined,
  {
    by,
    deputyFor,
    at,
    method,
  }: { by: string; deputyFor?: string | undefined; at: string; method: "steward" | "rollCall" },
): Present {
  requireForeignHours({ by, deputyFor }, key.memberId);
  if (before?.state === "present")
    throw attendanceRefusal("attendance.already_checked_in/other", { at: before.checkedInAt });
  if (before) throw attendanceRefusal("attendance.absence_stands");
  const { activityId, sessionId, memberId } = key;
  return { activityId, sessionId, memberId, version: 0, state: "present", checkedInAt: at, method, by };
}

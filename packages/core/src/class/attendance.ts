import * as z from "zod";
import type { Session } from "../activity/activity.ts";
import { Instant, plusHours } from "../lib/time.ts";
import { classRefusal } from "./class.refusals.ts";
import { type Info as Class, endOf } from "./class.ts";

/** How an attendance was noted: by the code on the screen, by a trainer in the roll, or later from paper. */
export const How = z.enum(["code", "roll", "paper"]);
export type How = z.infer<typeof How>;

/** One person in one session of a class: one attendance (人次) unless it was taken back. */
export const Info = z.object({
  classId: z.string(),
  sessionId: z.string(),
  memberId: z.string(),
  how: How,
  at: Instant,
  by: z.string(),
  /** Taken back: it was a mistake. */
  void: z.object({ at: Instant, by: z.string(), reason: z.string().min(1).max(500) }).exactOptional(),
  /** A correction of a closed class that waits for a second person. */
  asked: z
    .object({ present: z.boolean(), at: Instant, by: z.string(), reason: z.string().min(1).max(500) })
    .exactOptional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** Check-in opens this long before a session, as it does for activities, and ends with it. */
const BEFORE_HOURS = 1;

/** Demands that people can check in to a session. @throws `class.cancelled`, `class.session_cancelled`, `class.too_early`, `class.session_over` */
export function requireOpen(one: Class, session: Session, at: string): void {
  if (one.cancelled) throw classRefusal("class.cancelled");
  if (session.cancelled) throw classRefusal("class.session_cancelled");
  if (at < plusHours(session.startsAt, -BEFORE_HOURS)) throw classRefusal("class.too_early");
  if (at >= session.endsAt) throw classRefusal("class.session_over");
}

/** Demands that who was there can still be put down or taken back. @throws `class.cancelled`, `class.session_cancelled`, `class.too_early`, `class.closed` */
export function requireNoting(one: Class, session: Session, at: string): void {
  if (one.cancelled) throw classRefusal("class.cancelled");
  if (session.cancelled) throw classRefusal("class.session_cancelled");
  if (at < plusHours(session.startsAt, -BEFORE_HOURS)) throw classRefusal("class.too_early");
  if (one.closed) throw classRefusal("class.closed");
}

type Noting = Pick<Info, "classId" | "sessionId" | "memberId" | "how" | "at" | "by">;

/** Notes that somebody was there; twice is once. Who was taken out is there again. */
export function note(before: Info | undefined, noting: Noting): Info {
  if (before && before.void === undefined) return before;
  return { ...noting, version: before?.version ?? 0 };
}

/** Takes an attendance back. @throws `class.attendance_missing` when there is none */
export function takeBack(before: Info | undefined, act: { at: string; by: string; reason: string }): Info {
  if (!before || before.void) throw classRefusal("class.attendance_missing");
  return { ...before, void: act };
}

/** The figure that an attendance feeds, never two: what volunteers attended, or what volunteers taught employees. @source docs/domain.md T6, W1 */
export type Figure = "volunteersTrained" | "employeesTaught";

/**
 * The figure that attendances of a class feed: the course's audience decides. Employees taught by somebody from outside are in
 * neither; nothing of a class counts that is not closed.
 */
export function figureOf({
  course,
  trainerIds,
  closed,
  cancelled,
}: Pick<Class, "course" | "trainerIds" | "closed" | "cancelled">): Figure | undefined {
  if (!closed || cancelled) return undefined;
  if (course.audience === "volunteers") return "volunteersTrained";
  return trainerIds.length > 0 ? "employeesTaught" : undefined;
}

/** Attendances that stand. */
export const standing = (rows: readonly Info[]): Info[] => rows.filter((row) => row.void === undefined);

const MINUTE_MS = 60_000;

/** The whole minutes of sessions that each person attended. */
export function minutesOf(one: Pick<Class, "sessions">, rows: readonly Info[]): Map<string, number> {
  const length = new Map(
    one.sessions.map(({ id, startsAt, endsAt }) => [
      id as string,
      Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS),
    ]),
  );
  const minutes = new Map<string, number>();
  for (const { memberId, sessionId } of standing(rows))
    minutes.set(memberId, (minutes.get(memberId) ?? 0) + (length.get(sessionId) ?? 0));
  return minutes;
}

/** The sessions of a class that were given: not called off, and somebody was there. @source docs/domain.md I2 */
export const sessionsGiven = (one: Class, rows: readonly Info[]): string[] => {
  const attended = new Set(standing(rows).map(({ sessionId }) => sessionId));
  return one.sessions.flatMap(({ id, cancelled }) => (!cancelled && attended.has(id) ? [id as string] : []));
};

/** When a class that nobody closes is closed by itself, ISO-8601 UTC; one entered late never is. */
export const closesAt = (one: Class): string | undefined =>
  one.late === undefined ? plusHours(endOf(one), CLOSES_AFTER_HOURS) : undefined;
const CLOSES_AFTER_HOURS = 7 * 24;

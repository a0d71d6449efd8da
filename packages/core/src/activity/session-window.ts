import { activityRefusal } from "./activity.refusals.ts";
import type { Session } from "./activity.ts";

const DAY_MS = 86_400_000;

/** Until when people sign up for a session that is added late: a day before it begins, or half-way when there is less time. */
export function usualSignUpEnd(startsAt: string, at: string): string {
  const [start, now] = [Date.parse(startsAt), Date.parse(at)];
  return new Date(start - DAY_MS > now ? start - DAY_MS : (now + start) / 2).toISOString();
}

/**
 * Demands that people can sign up for a session before it begins.
 *
 * @throws `activity.start_past`, `activity.sign_up_order`
 */
export function requireWindow({ startsAt, signUpUntil }: Pick<Session, "startsAt" | "signUpUntil">, at: string): void {
  if (startsAt <= at) throw activityRefusal("activity.start_past");
  if (signUpUntil !== undefined && (signUpUntil <= at || signUpUntil >= startsAt))
    throw activityRefusal("activity.sign_up_order");
}

/** A late session at another time: its own end of signing up stays, unless it would begin before it. */
export const movedWindow = (session: Session, at: string): Session =>
  session.signUpUntil === undefined || session.signUpUntil < session.startsAt
    ? session
    : { ...session, signUpUntil: usualSignUpEnd(session.startsAt, at) };

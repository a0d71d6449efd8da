import type { Sessions } from "@yigong/core/session/session.store.ts";
import { LIMITS } from "@yigong/core/session/session.ts";

/** Months before the present one that are looked at: a daily job that stood still so long has other worries. */
const MONTHS_BACK = 3;

/** The month of an instant and those before it, `YYYY-MM`. */
const monthsUntil = (at: string): string[] => {
  const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))];
  return Array.from({ length: MONTHS_BACK + 1 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7),
  );
};

export interface ForgetDeps {
  sessions: Pick<Sessions, "forgetEnded">;
  now: () => string;
}

/** Days after which nothing is known of a session that was last used when it began. */
export const KEPT_DAYS = LIMITS.personal.mostHours / 24;

/** Erases sessions that have ended for good. Safe to run twice. */
export const forgetSessions =
  ({ sessions, now }: ForgetDeps) =>
  async (): Promise<void> => {
    const at = now();
    for (const month of monthsUntil(at)) await sessions.forgetEnded(month, at);
  };

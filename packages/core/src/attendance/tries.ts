import * as z from "zod";
import { Instant, plusHours } from "../lib/time.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";

/** So many codes in so many minutes, and no more are looked at. */
export const MOST_WRONG = 10;
export const WITHIN_MINUTES = 10;

/** When one member tried codes in one activity of late, oldest first: the right one is among them, since each is counted unseen. */
export const Info = z.object({ wrongAt: z.array(Instant), version: z.int().nonnegative() });
export type Info = z.infer<typeof Info>;

const recent = (tries: Info | undefined, at: string): string[] =>
  (tries?.wrongAt ?? []).filter((one) => one > plusHours(at, -WITHIN_MINUTES / 60));

/**
 * Lets somebody try a code.
 *
 * @throws `attendance.too_many_tries`
 */
export function requireTryLeft(tries: Info | undefined, at: string): void {
  const wrong = recent(tries, at);
  const first = wrong[wrong.length - MOST_WRONG];
  if (first === undefined) return;
  const until = plusHours(first, WITHIN_MINUTES / 60);
  throw attendanceRefusal("attendance.too_many_tries", { at: until }, { cause: { until } });
}

/**
 * Counts a code before anybody looks at it: counted afterwards, all that are sent at once would be compared.
 *
 * @throws `attendance.too_many_tries`
 */
export function counted(tries: Info | undefined, at: string): Info {
  requireTryLeft(tries, at);
  return wrong(tries, at);
}

/** Notes a code. */
export const wrong = (tries: Info | undefined, at: string): Info => ({
  wrongAt: [...recent(tries, at), at].slice(-MOST_WRONG),
  version: tries?.version ?? 0,
});

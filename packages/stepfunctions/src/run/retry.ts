import { createHash } from "node:crypto";
import type { Catcher, Retrier } from "../asl/definition.ts";
import type { Failure } from "../lib/fault.ts";

/** Whether a Retry or Catch entry matches a failure. States.ALL and States.TaskFailed do not match States.Runtime, and
 * match States.DataLimitExceeded only for a task's own oversized result.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function matches(names: readonly string[], failure: Failure): boolean {
  const { error } = failure;
  if (error === "States.Runtime") return false;
  return names.some((name) => {
    if (name === error) return true;
    if (name === "States.HeartbeatTimeout") return failure.heartbeat === true;
    if (error === "States.DataLimitExceeded" && failure.ofTaskResult !== true) return false;
    if (name === "States.TaskFailed") return error !== "States.Timeout";
    return name === "States.ALL";
  });
}

export interface RetryDecision {
  readonly rule: number;
  readonly delaySeconds: number;
}

/** The next retry of a failure, if any. The first matching rule decides, and each rule counts its own attempts.
 * @param retriesByRule - retries so far, by position in the list
 * @param seed - of the jitter: different for each execution, the same when a run is repeated
 * @returns delay in seconds, with fractions when the rule asks for jitter
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function nextRetry(
  rules: readonly Retrier[] | undefined,
  failure: Failure,
  { retriesByRule, seed }: { retriesByRule: readonly number[]; seed: string },
): RetryDecision | undefined {
  const rule = rules?.findIndex((each) => matches(each.ErrorEquals, failure)) ?? -1;
  const retrier = rules?.[rule];
  if (!retrier) return undefined;
  const before = retriesByRule[rule] ?? 0;
  if (before >= (retrier.MaxAttempts ?? 3)) return undefined;
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** before;
  const capped = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY, 99_999_999);
  return { rule, delaySeconds: retrier.JitterStrategy === "FULL" ? capped * fraction(seed) : capped };
}

/** A number in [0, 1), a hash of the seed. */
export const fraction = (seed: string): number => createHash("sha256").update(seed).digest().readUIntBE(0, 6) / 2 ** 48;

export function catcherFor(catchers: readonly Catcher[] | undefined, failure: Failure): number {
  return catchers?.findIndex((each) => matches(each.ErrorEquals, failure)) ?? -1;
}

import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

type Strategy = Extract<NonNullable<DynamoDBClientConfig["retryStrategy"]>, { recordSuccess: unknown }>;
type Token = Awaited<ReturnType<Strategy["acquireInitialRetryToken"]>>;
type Failure = Parameters<Strategy["refreshRetryTokenForRetry"]>[1];

/** Jitter and waiting, given so that tests need neither chance nor time. */
export interface Waiting {
  /** A number in [0, 1). */
  random?: () => number;
  pause?: (milliseconds: number) => Promise<void>;
}

// A dead local store is back within 50 ms; a real outage is told after about two seconds.
const transient = { attempts: 8, baseMs: 25, capMs: 1000 };
// A clash is never an error a person sees: about seven seconds, well inside a gateway's thirty.
const busy = { attempts: 20, baseMs: 20, capMs: 1000 };

const busyNames = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionConflictException",
  "TransactionInProgressException",
]);
const busyReasons = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "None"]);

/** The reasons of a cancelled transaction by position, or nothing for any other error. */
export const cancellationReasons = (error: unknown): { Code?: string; Item?: Record<string, unknown> }[] | undefined =>
  error instanceof Error && "CancellationReasons" in error && Array.isArray(error.CancellationReasons)
    ? error.CancellationReasons
    : undefined;

/** Whether the store did nothing but ask to come again: a clash of transactions, or throttling. */
export function isBusy(error: unknown): boolean {
  const reasons = cancellationReasons(error);
  if (reasons) return reasons.every(({ Code }) => busyReasons.has(Code ?? "None"));
  return error instanceof Error && busyNames.has(error.name);
}

const status = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;

/** Whether the store failed or could not be reached, so that the request may or may not have been done. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === "AbortError") return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (status(error) ?? 0) >= 500 || error.name === "TimeoutError" || /^E[A-Z_]{3,}$/.test(code);
}

const afterLostReply = new WeakSet<object>();

/** Whether an earlier try of the same request got no reply, so that it may have been done already. */
export const mayBeDone = (error: unknown): boolean => error instanceof Error && afterLostReply.has(error);

/**
 * A retry strategy for the AWS client: full jitter, up to 20 tries when the store is busy, 8 when it cannot be reached.
 *
 * It replaces the client's own, whose shared allowance is spent by 100 failures in flight and
 * which does not come again after `TransactionConflict`.
 * `random` defaults to Math.random: this is the client boundary, and jitter decides nothing but the time of a try.
 */
export function patientRetries({ random = Math.random, pause = wait }: Waiting = {}): Strategy {
  const lost = new WeakSet<Token>();
  return {
    acquireInitialRetryToken: async () => token(0),
    recordSuccess: () => {},
    async refreshRetryTokenForRetry(previous, failure) {
      if (lost.has(previous) && failure.error) afterLostReply.add(failure.error);
      const limits = limitsFor(failure);
      const tries = previous.getRetryCount() + 1;
      if (!limits || tries >= limits.attempts) throw new Error("no further try");
      await pause(pauseMs(limits, tries, random));
      const next = token(tries);
      if (lost.has(previous) || limits === transient) lost.add(next);
      return next;
    },
  };
}

/**
 * Runs one request until it is answered, with the same patience as {@link patientRetries}, without an AWS client.
 *
 * @throws the last error; {@link mayBeDone} tells whether a try before it got no reply
 */
export async function patiently<Answer>(
  run: () => Promise<Answer>,
  { random = Math.random, pause = wait }: Waiting = {},
): Promise<Answer> {
  let lost = false;
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (lost && error instanceof Error) afterLostReply.add(error);
      const limits = limitsOf(error);
      if (!limits || tries >= limits.attempts) throw error;
      lost ||= limits === transient;
      await pause(pauseMs(limits, tries, random));
    }
  }
}

type Limits = typeof busy;

const pauseMs = ({ baseMs, capMs }: Limits, tries: number, random: () => number): number =>
  random() * Math.min(capMs, baseMs * 2 ** (tries - 1));

function limitsOf(error: unknown): Limits | undefined {
  if (isBusy(error)) return busy;
  return isTransient(error) ? transient : undefined;
}

function limitsFor({ error, errorType }: Failure): Limits | undefined {
  if (errorType === "THROTTLING") return busy;
  return limitsOf(error) ?? (errorType === "TRANSIENT" || errorType === "SERVER_ERROR" ? transient : undefined);
}

const token = (tries: number): Token => ({ getRetryCount: () => tries, getRetryDelay: () => 0 });

/** A pause in real time. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

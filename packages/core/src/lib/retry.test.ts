import { describe, expect, it } from "vitest";
import { isBusy, isTransient, mayBeDone, patiently, patientRetries } from "./retry.ts";

type Failure = NonNullable<Parameters<ReturnType<typeof patientRetries>["refreshRetryTokenForRetry"]>[1]["error"]>;

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name }, more) as Failure;
const cancelled = (...codes: string[]) =>
  named("TransactionCanceledException", { CancellationReasons: codes.map((Code) => ({ Code })) });

/** The pauses before each further try of a request that always fails with the same error. */
async function pausesFor(error: Failure, random: number) {
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  const retries = patientRetries({ random: () => random, pause });
  const run = async () => {
    let token = await retries.acquireInitialRetryToken("");
    for (;;) token = await retries.refreshRetryTokenForRetry(token, { error, errorType: "CLIENT_ERROR" });
  };
  await run().catch(() => {});
  return pauses;
}

describe("which errors ask to come again", () => {
  it.each([
    [named("TransactionConflictException"), true],
    [named("ThrottlingException"), true],
    [named("ProvisionedThroughputExceededException"), true],
    [cancelled("None", "TransactionConflict"), true],
    [cancelled("ThrottlingError"), true],
    [cancelled("TransactionConflict", "ConditionalCheckFailed"), false],
    [cancelled("ValidationError"), false],
    [named("ConditionalCheckFailedException"), false],
    [named("ValidationException"), false],
  ])("%s is busy: %s", (error, busy) => {
    expect(isBusy(error)).toBe(busy);
  });

  it.each([
    [named("Error", { code: "ECONNRESET" }), true],
    [named("TimeoutError"), true],
    [named("InternalServerError", { $metadata: { httpStatusCode: 500 } }), true],
    [named("ValidationException", { $metadata: { httpStatusCode: 400 } }), false],
    [named("AbortError", { code: "ABORT_ERR" }), false],
    [new TypeError("bug"), false],
    ["no error at all", false],
  ])("%s is transient: %s", (error, transient) => {
    expect(isTransient(error)).toBe(transient);
  });
});

describe("the pauses between tries", () => {
  it("grow up to a second, with full jitter, while the store is busy", async () => {
    expect(await pausesFor(named("ThrottlingException"), 0.5)).toEqual([
      10,
      20,
      40,
      80,
      160,
      320,
      ...Array.from({ length: 13 }, () => 500),
    ]);
    expect(new Set(await pausesFor(named("ThrottlingException"), 0))).toEqual(new Set([0]));
  });

  it("end after eight tries when the store cannot be reached", async () => {
    expect(await pausesFor(named("Error", { code: "ECONNREFUSED" }), 1)).toEqual([25, 50, 100, 200, 400, 800, 1000]);
  });

  it("do not begin for a refusal", async () => {
    expect(await pausesFor(named("ConditionalCheckFailedException"), 1)).toEqual([]);
  });
});

it.each([
  ["busy", named("ThrottlingException")],
  ["away", named("Error", { code: "ECONNRESET" })],
  ["right to refuse", named("ConditionalCheckFailedException")],
])("has the same patience with a store that is %s without an AWS client", async (_, error) => {
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  const tried = patiently(() => Promise.reject(error), { random: () => 0.7, pause });

  await expect(tried).rejects.toBe(error);
  expect(pauses).toEqual(await pausesFor(error, 0.7));
});

describe("a failed condition", () => {
  const refused = () => named("ConditionalCheckFailedException");
  const after = async (...errors: Failure[]) => {
    const retries = patientRetries({ random: () => 0, pause: async () => {} });
    let token = await retries.acquireInitialRetryToken("");
    const last = refused();
    for (const error of errors)
      token = await retries.refreshRetryTokenForRetry(token, { error, errorType: "CLIENT_ERROR" });
    await retries.refreshRetryTokenForRetry(token, { error: last, errorType: "CLIENT_ERROR" }).catch(() => {});
    return mayBeDone(last);
  };
  const lost = named("Error", { code: "ECONNRESET" });

  it("may be our own doing after a reply was lost, also some tries before", async () => {
    expect(await after(lost)).toBe(true);
    expect(await after(lost, named("TransactionConflictException"))).toBe(true);
  });

  it("is not our own doing when every try was answered", async () => {
    expect(await after()).toBe(false);
    expect(await after(named("TransactionConflictException"))).toBe(false);
  });
});

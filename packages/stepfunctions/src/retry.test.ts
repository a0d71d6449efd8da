import { afterEach, describe, expect, it } from "vitest";
import type { Engine } from "./index.ts";
import { matches, nextRetry } from "./run/retry.ts";
import { create, dayOne, historyOf, invoke, look, named, start, virtualEngine } from "./test-kit.ts";

let engine: Engine | undefined;
afterEach(async () => {
  await engine?.close();
  engine = undefined;
});

describe("which failures a rule is for", () => {
  it.each([
    [["States.ALL"], { error: "anything" }, true],
    [["States.ALL"], { error: "States.Timeout" }, true],
    [["States.ALL"], {}, true],
    [["States.ALL"], { error: "States.Runtime" }, false],
    [["States.Runtime"], { error: "States.Runtime" }, false],
    [["States.TaskFailed"], { error: "anything" }, true],
    [["States.TaskFailed"], { error: "States.Timeout" }, false],
    [["States.ALL"], { error: "States.DataLimitExceeded" }, false],
    [["States.ALL"], { error: "States.DataLimitExceeded", ofTaskResult: true }, true],
    [["States.DataLimitExceeded"], { error: "States.DataLimitExceeded" }, true],
    [["States.HeartbeatTimeout"], { error: "States.Timeout", heartbeat: true }, true],
    [["States.HeartbeatTimeout"], { error: "States.Timeout" }, false],
    [["one", "two"], { error: "two" }, true],
    [["one"], { error: "One" }, false],
  ])("%j for %j: %s", (names, failure, expected) => {
    expect(matches(names, failure)).toBe(expected);
  });
});

describe("the delay before a retry", () => {
  const rule = { ErrorEquals: ["busy"], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 5, MaxDelaySeconds: 20 };
  const delay = (before: number, more = {}) =>
    nextRetry([{ ...rule, ...more }], { error: "busy" }, { retriesByRule: [before], seed: "x" })?.delaySeconds;

  it("grows by the backoff rate up to the longest delay and ends after MaxAttempts", () => {
    expect([0, 1, 2, 3, 4, 5].map((before) => delay(before))).toEqual([2, 6, 18, 20, 20, undefined]);
  });

  it("is drawn between zero and the full delay with FULL jitter, the same for the same execution", () => {
    const drawn = Array.from({ length: 200 }, (_, at) =>
      nextRetry([{ ...rule, JitterStrategy: "FULL" }], { error: "busy" }, { retriesByRule: [1], seed: `${at}` }),
    ).map((again) => again?.delaySeconds ?? -1);

    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(6);
    expect(new Set(drawn).size).toBeGreaterThan(190);
    expect(delay(1, { JitterStrategy: "FULL" })).toBe(delay(1, { JitterStrategy: "FULL" }));
  });

  it("is one second, doubling, three times at most, where the rule says nothing", () => {
    const plain = (before: number) =>
      nextRetry([{ ErrorEquals: ["States.ALL"] }], { error: "e" }, { retriesByRule: [before], seed: "" });

    expect([0, 1, 2, 3].map((before) => plain(before)?.delaySeconds)).toEqual([1, 2, 4, undefined]);
  });

  it("is counted per rule", () => {
    const rules = [
      { ErrorEquals: ["a"], MaxAttempts: 1 },
      { ErrorEquals: ["b"], MaxAttempts: 1 },
    ];

    expect(nextRetry(rules, { error: "b" }, { retriesByRule: [1, 0], seed: "" })).toEqual({ rule: 1, delaySeconds: 1 });
    expect(nextRetry(rules, { error: "a" }, { retriesByRule: [1, 0], seed: "" })).toBeUndefined();
  });
});

describe("a retried task", () => {
  it("is scheduled again within one state, sees RetryCount grow and keeps its EnteredTime", async () => {
    const seen: unknown[] = [];
    engine = virtualEngine({
      flaky: (payload: unknown) => {
        seen.push(payload);
        if (seen.length < 3) throw named("busy");
        return "done";
      },
    });
    const Arguments = {
      FunctionName: "flaky",
      Payload: { count: "{% $states.context.State.RetryCount %}", at: "{% $states.context.State.EnteredTime %}" },
    };
    const Retry = [{ ErrorEquals: ["busy"], IntervalSeconds: 10, BackoffRate: 2 }];
    const arn = await start(engine, await create(engine, { Call: invoke("flaky", { Arguments, Retry }) }));
    await engine.advanceTo("2030-01-01T01:00:00.000Z");

    expect(seen).toEqual([0, 1, 2].map((count) => ({ count, at: dayOne })));
    expect(await look(engine, arn)).toMatchObject({
      status: "SUCCEEDED",
      output: "done",
      events: [
        "ExecutionStarted",
        "TaskStateEntered",
        "TaskScheduled",
        "TaskStarted",
        "TaskFailed",
        "TaskScheduled",
        "TaskStarted",
        "TaskFailed",
        "TaskScheduled",
        "TaskStarted",
        "TaskSucceeded",
        "TaskStateExited",
        "ExecutionSucceeded",
      ],
    });
    const scheduled = (await historyOf(engine, arn))
      .filter(({ type }) => type === "TaskScheduled")
      .map(({ timestamp }) => timestamp);
    const first = Date.parse(dayOne) / 1000;
    expect(scheduled).toEqual([first, first + 10, first + 30]);
  });

  it("is retried when an expression of its fails, and caught by that error's name", async () => {
    engine = virtualEngine({ echo: (payload: unknown) => payload as never });
    const states = {
      Call: invoke("echo", {
        Output: "{% $states.result.Payload.missing %}",
        Retry: [{ ErrorEquals: ["States.QueryEvaluationError"], MaxAttempts: 1 }],
        Catch: [
          { ErrorEquals: ["States.QueryEvaluationError"], Output: "{% $states.errorOutput.Error %}", Next: "End" },
        ],
      }),
      End: { Type: "Succeed" },
    };
    const arn = await start(engine, await create(engine, states));
    await engine.advanceTo("2030-01-01T01:00:00.000Z");
    const ended = await look(engine, arn);

    expect(ended).toMatchObject({ status: "SUCCEEDED", output: "States.QueryEvaluationError" });
    expect(ended.events.filter((type) => type === "EvaluationFailed")).toHaveLength(2);
    expect(ended.events.filter((type) => type === "TaskSucceeded")).toHaveLength(2);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { type Engine, stillRunning } from "../index.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import { create, invoke, look, named, run, start, virtualEngine, waitForToken } from "../test-kit.ts";

let engine: Engine;
afterEach(() => engine.close());

const processor = (states: JsonObject, more: JsonObject = {}): JsonObject => ({
  StartAt: Object.keys(states)[0] ?? "",
  States: states,
  ...more,
});
const distributed = { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } };
const map = (Items: Json, ItemProcessor: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: "Map",
  Items,
  ItemProcessor,
  End: true,
  ...more,
});
const echo = processor({ Echo: { Type: "Pass", End: true } });
const refuseOdd = (n: number) => {
  if (n % 2 === 1) throw named("odd");
  return n;
};

describe("an inline Map", () => {
  it("gives the outputs in the order of the items and shows index and value to ItemSelector and context", async () => {
    engine = virtualEngine();
    const ItemSelector = {
      index: "{% $states.context.Map.Item.Index %}",
      value: "{% $states.context.Map.Item.Value %}",
      of: "{% $states.input.name %}",
    };
    const each = processor({
      Show: { Type: "Pass", Output: ["{% $states.input %}", "{% $states.context.Map.Item.Index %}"], End: true },
    });
    const { output } = await run(
      engine,
      { Each: map("{% $states.input.list %}", each, { ItemSelector }) },
      { name: "n", list: ["a", "b"] },
    );

    expect(output).toEqual([
      [{ index: 0, value: "a", of: "n" }, 0],
      [{ index: 1, value: "b", of: "n" }, 1],
    ]);
  });

  it("runs at most MaxConcurrency items at once, and up to forty without it", async () => {
    const tokens: string[] = [];
    engine = virtualEngine({
      keep: ({ token }: { token: string }) => {
        tokens.push(token);
      },
    });
    const each = processor({ Ask: waitForToken("keep") });
    await start(engine, await create(engine, { Each: map([1, 2, 3, 4, 5], each, { MaxConcurrency: 2 }) }));
    const first = tokens.length;
    await engine.call("SendTaskSuccess", { taskToken: tokens[0], output: "1" });
    await engine.idle();
    const second = tokens.length;
    await start(engine, await create(engine, { Each: map("{% [1..50] %}", each) }));

    expect([first, second, tokens.length - second]).toEqual([2, 3, 40]);
  });

  it("fails with the failed item's own error and cuts the others short", async () => {
    engine = virtualEngine({ odd: refuseOdd, keep: () => null });
    const each = processor({
      Call: invoke("odd", { End: undefined as never, Next: "Ask" }),
      Ask: waitForToken("keep"),
    });
    const ended = await run(engine, { Each: map([2, 3], each) });

    expect(ended).toMatchObject({ status: "FAILED", error: "odd" });
    expect(ended.events.filter((type) => type.startsWith("Map"))).toEqual([
      "MapStateEntered",
      "MapStateStarted",
      "MapIterationStarted",
      "MapIterationStarted",
      "MapIterationFailed",
      "MapIterationAborted",
      "MapStateFailed",
    ]);
  });

  it("repeats MapStateStarted when it is retried, and records MapStateFailed once", async () => {
    engine = virtualEngine({ odd: refuseOdd });
    const Retry = [{ ErrorEquals: ["odd"], MaxAttempts: 1 }];
    const arn = await start(
      engine,
      await create(engine, { Each: map([3], processor({ Call: invoke("odd") }), { Retry }) }),
    );
    await engine.advanceTo("2030-01-02T00:00:00Z");

    expect((await look(engine, arn)).events.filter((type) => type.startsWith("Map"))).toEqual([
      "MapStateEntered",
      "MapStateStarted",
      "MapIterationStarted",
      "MapIterationFailed",
      "MapStateStarted",
      "MapIterationStarted",
      "MapIterationFailed",
      "MapStateFailed",
    ]);
  });

  it("nests: the inner Map's item hides the outer one's", async () => {
    engine = virtualEngine();
    const inner = map(
      "{% $states.input %}",
      processor({ Show: { Type: "Pass", Output: "{% $states.context.Map.Item.Value %}", End: true } }),
    );
    const { output } = await run(engine, { Outer: map([[1, 2], [3]], processor({ Inner: inner })) });

    expect(output).toEqual([[1, 2], [3]]);
  });

  it.each([
    ["a number", "{% 7 %}"],
    ["an object", { a: 1 }],
    ["nothing", "{% $nothing %}"],
  ])("fails with QueryEvaluationError when Items is %s", async (_, Items) => {
    engine = virtualEngine();

    expect(await run(engine, { Each: map(Items, echo) })).toMatchObject({
      status: "FAILED",
      error: "States.QueryEvaluationError",
    });
  });
});

describe("a distributed Map", () => {
  it("keeps its items out of the parent's history", async () => {
    engine = virtualEngine({ double: (n: number) => n * 2 });
    const ended = await run(engine, { Each: map([1, 2, 3], processor({ Call: invoke("double") }, distributed)) });

    expect(ended).toMatchObject({
      output: [2, 4, 6],
      events: [
        "ExecutionStarted",
        "MapStateEntered",
        "MapStateStarted",
        "MapRunStarted",
        "MapRunSucceeded",
        "MapStateSucceeded",
        "MapStateExited",
        "ExecutionSucceeded",
      ],
    });
  });

  it("hands items over in batches, with the common input in each", async () => {
    engine = virtualEngine();
    const each = processor({ Echo: { Type: "Pass", End: true } }, distributed);
    const ItemBatcher = { MaxItemsPerBatch: "{% $states.input.size %}", BatchInput: { of: "{% $states.input.of %}" } };
    const { output } = await run(engine, { Each: map([1, 2, 3], each, { ItemBatcher }) }, { size: 2, of: "x" });

    expect(output).toEqual([
      { BatchInput: { of: "x" }, Items: [1, 2] },
      { BatchInput: { of: "x" }, Items: [3] },
    ]);
  });

  it.each([
    ["none", {}, "FAILED"],
    ["a count of one", { ToleratedFailureCount: 1 }, "FAILED"],
    ["a count of two", { ToleratedFailureCount: 2 }, "SUCCEEDED"],
    ["half", { ToleratedFailurePercentage: 50 }, "SUCCEEDED"],
    ["a little less than half", { ToleratedFailurePercentage: 49.9 }, "FAILED"],
  ])("that tolerates %s of two failures in four ends accordingly", async (_, more, status) => {
    engine = virtualEngine({ odd: refuseOdd });
    const ended = await run(engine, { Each: map([1, 2, 3, 4], processor({ Call: invoke("odd") }, distributed), more) });

    expect(ended.status).toBe(status);
    expect(ended.error).toBe(status === "FAILED" ? "States.ExceedToleratedFailureThreshold" : undefined);
  });

  it("with 2,000 items and a bound on concurrency stays within it", async () => {
    let running = 0;
    let most = 0;
    engine = virtualEngine({
      busy: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      },
    });
    const states = {
      Each: map("{% [1..2000] %}", processor({ Call: invoke("busy", { Output: 1 }) }, distributed), {
        MaxConcurrency: 40,
        Output: "{% $sum($states.result) %}",
      }),
    };

    expect(await run(engine, states)).toMatchObject({ status: "SUCCEEDED", output: 2000 });
    expect(most).toBeLessThanOrEqual(40);
  });
});

describe("a redriven execution", () => {
  it("goes on with the state that failed, and keeps what succeeded", async () => {
    let up = false;
    const calls: number[] = [];
    engine = virtualEngine({
      work: (n: number) => {
        calls.push(n);
        if (n === 2 && !up) throw named("down");
        return n * 10;
      },
    });
    const arn = await start(
      engine,
      await create(engine, { Each: map([1, 2, 3], processor({ Call: invoke("work") }), { MaxConcurrency: 1 }) }),
    );
    up = true;
    const { status } = await look(engine, arn);
    await engine.call("RedriveExecution", { executionArn: arn });
    await engine.idle();

    expect(status).toBe("FAILED");
    expect(await look(engine, arn)).toMatchObject({ status: "SUCCEEDED", output: [10, 20, 30] });
    expect(calls).toEqual([1, 2, 2, 3]);
  });

  it("calls a task again that was cut short by StopExecution, with a new token", async () => {
    const tokens: string[] = [];
    engine = virtualEngine({
      hang: ({ token }: { token: string }) => {
        tokens.push(token);
        return stillRunning;
      },
    });
    const executionArn = await start(engine, await create(engine, { Ask: waitForToken("hang") }));
    await engine.call("StopExecution", { executionArn });
    await engine.call("RedriveExecution", { executionArn });
    await engine.idle();
    await engine.call("SendTaskSuccess", { taskToken: tokens[1], output: "1" });

    expect(await look(engine, executionArn)).toMatchObject({ status: "SUCCEEDED", output: 1 });
    await expect(engine.call("SendTaskSuccess", { taskToken: tokens[0], output: "1" })).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
    await expect(engine.call("RedriveExecution", { executionArn })).rejects.toMatchObject({
      name: "ExecutionNotRedrivable",
    });
  });
});

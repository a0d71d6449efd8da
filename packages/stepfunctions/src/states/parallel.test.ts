import { afterEach, describe, expect, it } from "vitest";
import type { Engine } from "../index.ts";
import type { JsonObject } from "../lib/json.ts";
import { create, historyOf, invoke, look, named, run, start, virtualEngine, waitForToken } from "../test-kit.ts";

let engine: Engine;
afterEach(() => engine.close());

const branch = (name: string, state: JsonObject): JsonObject => ({ StartAt: name, States: { [name]: state } });
const parallel = (branches: JsonObject[], more: JsonObject = {}): JsonObject => ({
  Type: "Parallel",
  Branches: branches,
  End: true,
  ...more,
});
const refuse = () => {
  throw named("refused");
};

describe("Parallel", () => {
  it("gives one output per branch in the order of the branches, whichever ends first", async () => {
    engine = virtualEngine();
    const branches = [
      {
        StartAt: "Slow",
        States: { Slow: { Type: "Wait", Seconds: 9, Next: "Late" }, Late: { Type: "Pass", Output: "late", End: true } },
      },
      branch("Soon", { Type: "Pass", Output: "{% $states.input.a %}", End: true }),
    ];
    const arn = await start(
      engine,
      await create(engine, { Both: parallel(branches, { Arguments: { a: "{% $states.input.b %}" } }) }),
      { b: 5 },
    );
    await engine.advanceTo("2030-01-02T00:00:00Z");

    expect(await look(engine, arn)).toMatchObject({ status: "SUCCEEDED", output: ["late", 5] });
  });

  it("lets branches read outer variables and keeps what they assign to themselves", async () => {
    engine = virtualEngine();
    const inner = {
      StartAt: "Set",
      States: {
        Set: { Type: "Pass", Assign: { x: "{% $x + 1 %}" }, Next: "Get" },
        Get: { Type: "Pass", Output: "{% $x %}", End: true },
      },
    };
    const { output } = await run(engine, {
      Begin: { Type: "Pass", Assign: { x: 1 }, Next: "Both" },
      Both: parallel([inner, branch("Read", { Type: "Pass", Output: "{% $x %}", End: true })], {
        Output: ["{% $states.result %}", "{% $x %}"],
      }),
    });

    expect(output).toEqual([[2, 1], 1]);
  });

  it("fails with the first branch that fails, and cuts the others short", async () => {
    engine = virtualEngine({ refuse, keep: () => null });
    const states = { Both: parallel([branch("Ask", waitForToken("keep")), branch("Call", invoke("refuse"))]) };
    const ended = await run(engine, states);

    expect(ended).toMatchObject({ status: "FAILED", error: "refused" });
    expect(ended.events.slice(-5)).toEqual([
      "TaskFailed",
      "TaskStateAborted",
      "TaskStateAborted",
      "ParallelStateFailed",
      "ExecutionFailed",
    ]);
  });

  it("records no aborted state for a Fail state that ends it", async () => {
    engine = virtualEngine();
    const ended = await run(engine, { Both: parallel([branch("No", { Type: "Fail", Error: "no" })]) });

    expect(ended.events).toEqual([
      "ExecutionStarted",
      "ParallelStateEntered",
      "ParallelStateStarted",
      "FailStateEntered",
      "ParallelStateFailed",
      "ExecutionFailed",
    ]);
    expect(ended.error).toBe("no");
  });

  it("is retried as a whole: ParallelStateStarted repeats, ParallelStateFailed comes once, at the end", async () => {
    let calls = 0;
    engine = virtualEngine({
      refuse: () => {
        calls += 1;
        refuse();
      },
    });
    const Retry = [{ ErrorEquals: ["refused"], MaxAttempts: 2 }];
    const Catch = [{ ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput.Error %}", Next: "End" }];
    const states = {
      Both: parallel([branch("Call", invoke("refuse"))], { Retry, Catch, Next: "End", End: undefined as never }),
      End: { Type: "Succeed" },
    };
    const arn = await start(engine, await create(engine, states));
    await engine.advanceTo("2030-01-02T00:00:00Z");
    const ended = await look(engine, arn);
    const count = (type: string) => ended.events.filter((each) => each === type).length;

    expect(ended).toMatchObject({ status: "SUCCEEDED", output: "refused" });
    expect([calls, count("ParallelStateStarted"), count("ParallelStateFailed"), count("ParallelStateExited")]).toEqual([
      3, 3, 1, 1,
    ]);
  });

  it("chains previousEventId within each branch", async () => {
    engine = virtualEngine();
    const pass = (name: string) => branch(name, { Type: "Pass", End: true });
    const { arn } = await run(engine, { Both: parallel([pass("A"), pass("B")]) });
    const events = await historyOf(engine, arn);
    const of = (name: string, type: string) =>
      events.find((event) => event.type === type && JSON.stringify(event).includes(`"name":"${name}"`));

    expect(events.slice(0, 3).map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2]);
    expect(of("A", "PassStateEntered")?.previousEventId).toBe(3);
    expect(of("B", "PassStateEntered")?.previousEventId).toBe(3);
    expect(of("B", "PassStateExited")?.previousEventId).toBe(of("B", "PassStateEntered")?.id);
  });
});

it("a Parallel after one that was caught has the results of its own branches only", async () => {
  engine = virtualEngine();
  const one = (name: string, state: JsonObject): JsonObject => ({ StartAt: name, States: { [name]: state } });
  const { output } = await run(engine, {
    First: {
      Type: "Parallel",
      Branches: [one("No", { Type: "Fail", Error: "no" }), one("Yes", { Type: "Succeed" })],
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "Second" }],
      Next: "Second",
    },
    Second: { Type: "Parallel", Branches: [one("Only", { Type: "Pass", Output: "only", End: true })], End: true },
  });

  expect(output).toEqual(["only"]);
});

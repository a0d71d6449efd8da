import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../index.ts";
import type { JsonObject } from "../lib/json.ts";
import { create, invoke, named, start, virtualEngine, waitForToken } from "../test-kit.ts";
import { allEvents, describeExecution, latestEvents } from "./engine-queries.ts";
import { currentStatesOf, stateStatusOf, type Trace, traceOf } from "./trace.ts";

let engine: Engine;
const tokens: string[] = [];
beforeEach(() => {
  tokens.length = 0;
  engine = virtualEngine({
    keep: ({ token }: { token: string }) => void tokens.push(token),
    ok: () => 1,
    bad: () => {
      throw named("Bad");
    },
  });
});
afterEach(() => engine.close());

const run = async (states: JsonObject, input: JsonObject = {}) => {
  const arn = await start(engine, await create(engine, states), input);
  const look = async () => {
    const { status } = await describeExecution(engine, arn);
    const trace = traceOf(await allEvents(engine, arn));
    return { arn, trace, running: status === "RUNNING" };
  };
  return look;
};
const statuses = ({ trace, running }: { trace: Trace; running: boolean }, ...states: string[]) =>
  states.map((state) =>
    stateStatusOf(
      trace.visits.filter((visit) => visit.state === state),
      running,
    ),
  );

describe("where an execution stands", () => {
  it("is the state that waits, with the steps that led there and when its call times out", async () => {
    const look = await run({
      First: { Type: "Pass", Next: "Ask" },
      Ask: waitForToken("keep", { End: undefined as never, Next: "Last", TimeoutSeconds: 60 }),
      Last: { Type: "Succeed" },
    });
    const before = await look();

    expect(statuses(before, "First", "Ask", "Last")).toEqual(["done", "current", "unreached"]);
    expect(before.trace.steps).toEqual([{ from: "First", to: "Ask" }]);
    expect(currentStatesOf(before.trace, true)).toEqual(["Ask"]);
    expect(before.trace.visits.at(-1)?.timesOutAt).toBe(Date.parse(engine.now()) / 1000 + 60);

    await engine.call("SendTaskSuccess", { taskToken: tokens[0], output: "1" });
    await engine.idle();
    const after = await look();

    expect(statuses(after, "First", "Ask", "Last")).toEqual(["done", "done", "done"]);
    expect(currentStatesOf(after.trace, false)).toEqual(["Last"]);
  });

  it("is a Catch's way when an error was caught, and the state that failed when none was", async () => {
    const caught = await run({
      Try: invoke("bad", { Catch: [{ ErrorEquals: ["Bad"], Next: "Undo" }] }),
      Undo: invoke("bad"),
    });
    const seen = await caught();

    expect(statuses(seen, "Try", "Undo")).toEqual(["done", "failed"]);
    expect(currentStatesOf(seen.trace, false)).toEqual(["Undo"]);
  });

  it("is told apart from waiting to retry", async () => {
    const look = await run({ Try: invoke("bad", { Retry: [{ ErrorEquals: ["Bad"], IntervalSeconds: 60 }] }) });

    expect(statuses(await look(), "Try")).toEqual(["retrying"]);
  });

  it("is where it was stopped", async () => {
    const look = await run({ Wait: { Type: "Wait", Seconds: 60, End: true } });
    const { arn } = await look();
    await engine.call("StopExecution", { executionArn: arn });

    expect(statuses(await look(), "Wait")).toEqual(["stopped"]);
  });

  it("counts each turn of a loop", async () => {
    const look = await run(
      {
        Count: { Type: "Pass", Output: { n: "{% $states.input.n + 1 %}" }, Next: "Enough" },
        Enough: {
          Type: "Choice",
          Choices: [{ Condition: "{% $states.input.n < 3 %}", Next: "Count" }],
          Default: "End",
        },
        End: { Type: "Succeed" },
      },
      { n: 0 },
    );
    const { trace } = await look();

    expect(trace.visits.filter(({ state }) => state === "Count")).toHaveLength(3);
    expect(trace.steps.filter(({ from }) => from === "Enough").map(({ to }) => to)).toEqual(["Count", "Count", "End"]);
  });
});

describe("inside of Parallel and Map", () => {
  const keep = waitForToken("keep");
  it("the innermost states are where it stands, each once, and hold what is around them", async () => {
    const look = await run({
      All: {
        Type: "Map",
        Items: [1, 2],
        ItemProcessor: { StartAt: "Ask", States: { Ask: keep } },
        End: true,
      },
    });
    const { trace, running } = await look();

    expect(currentStatesOf(trace, running)).toEqual(["Ask"]);
    expect(trace.visits.map(({ state, parent }) => [state, parent?.state])).toEqual([
      ["All", undefined],
      ["Ask", "All"],
      ["Ask", "All"],
    ]);
  });

  it("branches that an error cut short are not where it stands any more", async () => {
    const look = await run({
      Both: {
        Type: "Parallel",
        Branches: [
          { StartAt: "Ask", States: { Ask: keep } },
          { StartAt: "Break", States: { Break: { Type: "Fail", Error: "Bad" } } },
        ],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Rest" }],
        End: true,
      },
      Rest: { Type: "Wait", Seconds: 60, End: true },
    });
    const seen = await look();

    expect(currentStatesOf(seen.trace, seen.running)).toEqual(["Rest"]);
    expect(statuses(seen, "Both", "Ask", "Break", "Rest")).toEqual(["done", "stopped", "failed", "current"]);
    expect(seen.trace.steps).toEqual([{ from: "Both", to: "Rest" }]);
  });

  it("a second attempt starts over", async () => {
    const look = await run({
      Both: {
        Type: "Parallel",
        Branches: [
          { StartAt: "Ask", States: { Ask: keep } },
          { StartAt: "Break", States: { Break: invoke("bad") } },
        ],
        Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 60, MaxAttempts: 1 }],
        End: true,
      },
    });
    await engine.advanceTo("2030-01-01T00:02:00.000Z");
    const { trace } = await look();

    expect(trace.visits.filter(({ state }) => state === "Both")).toHaveLength(1);
    expect(trace.visits.map(({ state, end }) => `${state} ${end}`)).toEqual([
      "Both open",
      "Ask aborted",
      "Break aborted",
      "Ask aborted",
      "Break aborted",
    ]);
  });
});

it("says where a long execution is from its last events alone", async () => {
  const states: JsonObject = {};
  for (let at = 0; at < 40; at += 1) states[`S${at}`] = { Type: "Pass", Next: `S${at + 1}` };
  states.S40 = { Type: "Wait", Seconds: 60, End: true };
  const look = await run(states);
  const { arn } = await look();

  expect(currentStatesOf(traceOf(await latestEvents(engine, arn, 10)), true)).toEqual(["S40"]);
});

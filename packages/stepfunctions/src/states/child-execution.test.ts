import { afterEach, expect, it } from "vitest";
import type { Engine } from "../index.ts";
import { create, historyOf, look, run, start, virtualEngine } from "../test-kit.ts";

let engine: Engine;
afterEach(() => engine.close());

const startChild = (machine: string, suffix: string) => ({
  Type: "Task",
  Resource: `arn:aws:states:::states:startExecution${suffix}`,
  Arguments: { StateMachineArn: machine, Input: { n: "{% $states.input.n %}" } },
  End: true,
});

it.each([
  [".sync:2", { n: 1 }, { n: 2 }],
  [".sync", '{"n":1}', '{"n":2}'],
])("startExecution%s waits for the child and gives its input and output", async (suffix, Input, Output) => {
  engine = virtualEngine();
  const child = await create(engine, {
    Wait: { Type: "Wait", Seconds: 5, Next: "Add" },
    Add: { Type: "Pass", Output: { n: "{% $states.input.n + 1 %}" }, End: true },
  });
  const arn = await start(engine, await create(engine, { Call: startChild(child, suffix) }), { n: 1 });
  const before = await look(engine, arn);
  await engine.advanceTo("2030-01-01T00:00:05Z");

  expect(before.events.at(-1)).toBe("TaskSubmitted");
  expect((await look(engine, arn)).output).toMatchObject({ Status: "SUCCEEDED", Input, Output });
});

it("a child that fails gives States.TaskFailed with its whole description as cause", async () => {
  engine = virtualEngine();
  const child = await create(engine, { No: { Type: "Fail", Error: "no", Cause: "why" } });
  const ended = await run(engine, { Call: startChild(child, ".sync:2") }, { n: 1 });

  expect(ended).toMatchObject({ status: "FAILED", error: "States.TaskFailed" });
  expect(JSON.parse(ended.cause ?? "{}")).toMatchObject({
    Status: "FAILED",
    Error: "no",
    Cause: "why",
    StateMachineArn: child,
  });
});

it("startExecution without a suffix does not wait", async () => {
  engine = virtualEngine();
  const child = await create(engine, { Wait: { Type: "Wait", Seconds: 5, End: true } });
  const ended = await run(engine, { Call: startChild(child, "") }, { n: 1 });

  expect(ended.status).toBe("SUCCEEDED");
  expect((await historyOf(engine, ended.arn)).map(({ type }) => type)).not.toContain("TaskSubmitted");
});

it("an unknown state machine fails the task by name", async () => {
  engine = virtualEngine();
  const machine = "arn:aws:states:us-east-1:000000000000:stateMachine:none";

  expect(await run(engine, { Call: startChild(machine, ".sync:2") }, { n: 1 })).toMatchObject({
    error: "StepFunctions.StateMachineDoesNotExistException",
  });
});

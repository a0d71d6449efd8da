import { afterEach, describe, expect, it } from "vitest";
import type { Engine } from "./index.ts";
import { create, dayOne, invoke, look, run, start, virtualEngine, waitForToken } from "./test-kit.ts";

let engine: Engine;
afterEach(() => engine.close());

describe("starting an execution", () => {
  it("with the same name and input gives the running execution; with another input it is refused", async () => {
    engine = virtualEngine({ keep: () => null });
    const machine = await create(engine, { Ask: waitForToken("keep") });
    const [first, second] = await Promise.all([
      start(engine, machine, { a: 1 }, "one"),
      start(engine, machine, { a: 1 }, "one"),
    ]);

    expect(second).toBe(first);
    await expect(start(engine, machine, { a: 2 }, "one")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  });

  it("with the name of a closed execution is refused, even with the same input", async () => {
    engine = virtualEngine();
    const machine = await create(engine, { End: { Type: "Succeed" } });
    await start(engine, machine, {}, "one");

    await expect(start(engine, machine, {}, "one")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  });

  it.each([
    ["not JSON", "{", "InvalidExecutionInput"],
    ["over 256 KiB", `"${"a".repeat(262_143)}"`, "InvalidExecutionInput"],
    ["deep beyond reason", "[".repeat(10_000) + "]".repeat(10_000), "InvalidExecutionInput"],
  ])("refuses input that is %s", async (_, input, name) => {
    engine = virtualEngine();
    const stateMachineArn = await create(engine, { End: { Type: "Succeed" } });

    await expect(engine.call("StartExecution", { stateMachineArn, input })).rejects.toMatchObject({ name });
  });

  it("of an unknown state machine is refused", async () => {
    engine = virtualEngine();
    const stateMachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:none";

    await expect(engine.call("StartExecution", { stateMachineArn })).rejects.toMatchObject({
      name: "StateMachineDoesNotExist",
    });
  });
});

describe("an execution", () => {
  it("keeps the definition it started with when the state machine is updated", async () => {
    engine = virtualEngine();
    const wait = { Type: "Wait", Seconds: 10, Next: "End" };
    const stateMachineArn = await create(engine, { Wait: wait, End: { Type: "Succeed", Output: "old" } });
    const arn = await start(engine, stateMachineArn);
    const States = { Wait: wait, End: { Type: "Succeed", Output: "new" } };
    await engine.call("UpdateStateMachine", {
      stateMachineArn,
      definition: JSON.stringify({ QueryLanguage: "JSONata", StartAt: "Wait", States }),
    });
    const later = await start(engine, stateMachineArn);
    await engine.advanceTo("2030-01-02T00:00:00Z");

    expect([(await look(engine, arn)).output, (await look(engine, later)).output]).toEqual(["old", "new"]);
  });

  it("that is stopped is ABORTED with the error and cause given, and its task is over", async () => {
    let token = "";
    engine = virtualEngine({
      keep: (payload: { token: string }) => {
        token = payload.token;
      },
    });
    const executionArn = await start(engine, await create(engine, { Ask: waitForToken("keep") }));
    await engine.call("StopExecution", { executionArn, error: "enough", cause: "no need" });

    expect(await look(engine, executionArn)).toMatchObject({ status: "ABORTED", error: "enough", cause: "no need" });
    await expect(engine.call("SendTaskSuccess", { taskToken: token, output: "1" })).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
  });

  it("sees its own context with instants of three decimals", async () => {
    engine = virtualEngine();
    const { output, arn } = await run(
      engine,
      { Look: { Type: "Pass", Output: "{% $states.context %}", End: true } },
      { a: 1 },
    );

    expect(output).toMatchObject({
      Execution: { Id: arn, Input: { a: 1 }, Name: arn.split(":").at(-1), StartTime: dayOne, RedriveCount: 0 },
      StateMachine: { Name: arn.split(":").at(-2) },
      State: { Name: "Look", EnteredTime: dayOne },
    });
  });

  it("fails with States.Runtime when its history is full, instead of going round for ever", async () => {
    engine = virtualEngine();
    const ended = await run(engine, { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } });

    expect(ended).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });

  it("lets Assign and Output see the values from before the state", async () => {
    engine = virtualEngine();
    const { output } = await run(engine, {
      First: { Type: "Pass", Assign: { a: 42 }, Next: "Second" },
      Second: { Type: "Pass", Assign: { a: 18, b: "{% $a %}" }, Output: "{% $a %}", Next: "Third" },
      Third: { Type: "Pass", Output: ["{% $a %}", "{% $b %}", "{% $states.input %}"], End: true },
    });

    expect(output).toEqual([18, 42, 42]);
  });

  it("takes the top-level Assign of a Choice only when Default is taken", async () => {
    engine = virtualEngine();
    const states = {
      Decide: {
        Type: "Choice",
        Choices: [{ Condition: "{% $states.input.yes %}", Assign: { by: "rule" }, Next: "End" }],
        Assign: { by: "default" },
        Default: "End",
      },
      End: { Type: "Succeed", Output: "{% $by %}" },
    };

    expect((await run(engine, states, { yes: true })).output).toBe("rule");
    expect((await run(engine, states, { yes: false })).output).toBe("default");
  });

  it("fails with States.NoChoiceMatched where no rule matches and there is no Default", async () => {
    engine = virtualEngine();
    const Choices = [{ Condition: false, Next: "End" }];

    expect(await run(engine, { Decide: { Type: "Choice", Choices }, End: { Type: "Succeed" } })).toMatchObject({
      status: "FAILED",
      error: "States.NoChoiceMatched",
    });
  });

  it("goes on from a Wait at its instant, with the input unchanged", async () => {
    engine = virtualEngine();
    const arn = await start(
      engine,
      await create(engine, { Wait: { Type: "Wait", Timestamp: "2032-02-29T12:00:00.5Z", End: true } }),
      [1],
    );
    const due = engine.nextDueAt();
    await engine.advanceTo("2040-01-01T00:00:00Z");

    expect(due).toBe("2032-02-29T12:00:00.500Z");
    expect(await look(engine, arn)).toMatchObject({
      output: [1],
      events: ["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"],
    });
  });

  it("passes a function's own error on by name, with its document as cause", async () => {
    engine = virtualEngine({
      refuse: () => {
        throw Object.assign(new Error("too late"), { name: "leave.closed" });
      },
    });
    const { error, cause } = await run(engine, { Call: invoke("refuse") });

    expect(error).toBe("leave.closed");
    expect(JSON.parse(cause ?? "{}")).toMatchObject({ errorType: "leave.closed", errorMessage: "too late" });
  });
});

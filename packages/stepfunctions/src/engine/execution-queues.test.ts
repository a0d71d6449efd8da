import { afterEach, expect, it } from "vitest";
import { type Engine, openEngine } from "../index.ts";
import { create, look, run, start, waitForToken } from "../test-kit.ts";

let engine: Engine;
afterEach(() => engine.close());

it("an execution that meets a defect of the engine fails whole, and the others go on", async () => {
  let broken = false;
  const tokens: string[] = [];
  const now = () => {
    if (!broken) return Date.now();
    broken = false;
    throw new Error("the clock is broken");
  };
  engine = openEngine({
    path: ":memory:",
    time: { kind: "real", now },
    invoke: async (_, payload) => {
      tokens.push((payload as { token: string }).token);
    },
  });
  const machine = await create(engine, { Ask: waitForToken("keep") });
  const unlucky = await start(engine, machine);
  const lucky = await start(engine, machine);
  broken = true;
  const answer = engine.call("SendTaskSuccess", { taskToken: tokens[0], output: "1" });

  await expect(answer).rejects.toThrow("the clock is broken");
  await engine.call("SendTaskSuccess", { taskToken: tokens[1], output: "2" });
  await engine.idle();
  expect(await look(engine, unlucky)).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  expect(await look(engine, lucky)).toMatchObject({ status: "SUCCEEDED", output: 2 });
});

it("a loop of states that never waits keeps no other execution from moving", async () => {
  engine = openEngine({ path: ":memory:", time: { kind: "real" }, invoke: async () => null });
  const order: string[] = [];
  const looping = run(engine, { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } }).then(() =>
    order.push("loop"),
  );
  const { executionArn } = (await engine.call("StartExecution", {
    stateMachineArn: await create(engine, { End: { Type: "Succeed" } }),
  })) as {
    executionArn: string;
  };
  while ((await look(engine, executionArn)).status === "RUNNING") await new Promise((resolve) => setImmediate(resolve));
  order.push("short");
  await looping;

  expect(order).toEqual(["short", "loop"]);
});

it("a hundred executions at once each call their functions exactly as often as they say", async () => {
  const calls = new Map<number, number>();
  engine = openEngine({
    path: ":memory:",
    time: { kind: "real" },
    invoke: async (_, n) => {
      calls.set(n as number, (calls.get(n as number) ?? 0) + 1);
    },
  });
  const call = {
    Type: "Task",
    Resource: "arn:aws:lambda:us-east-1:000000000000:function:f",
    Output: "{% $states.input %}",
  };
  const machine = await create(engine, {
    A: { ...call, Next: "B" },
    B: { ...call, Next: "C" },
    C: { ...call, End: true },
  });
  await Promise.all(Array.from({ length: 100 }, (_, n) => start(engine, machine, n)));
  await engine.idle();

  expect([...calls.values()]).toEqual(Array.from({ length: 100 }, () => 3));
});

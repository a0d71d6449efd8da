import { SHARD } from "@yigong/core/award/part.ts";
import { type Engine, openEngine } from "@yigong/stepfunctions";
import { expect, it } from "vitest";
import { historyOf } from "../stage-rules/rig.ts";
import { builtRun } from "./scene.ts";

const ROLE = "arn:aws:iam::000000000000:role/yigong";

/** Runs the built state machine with tasks that do nothing but answer. */
async function lived(shards: number) {
  const counted: unknown[] = [];
  const plan = { Committee: [], Notice: [] };
  const engine: Engine = openEngine({
    path: ":memory:",
    time: { kind: "virtual", startAt: "2027-01-15T01:00:00.000Z" },
    invoke: async (name, payload) => {
      const { token, shard } = payload as { token?: string; shard?: number };
      if (token)
        queueMicrotask(
          () => void engine.call("SendTaskSuccess", { taskToken: token, output: JSON.stringify({ plan }) }),
        );
      if (name === "CountShard") counted.push(shard);
      return name === "Freeze" ? { shards } : {};
    },
  });
  const created = await engine.call("CreateStateMachine", {
    name: "run",
    definition: JSON.stringify(builtRun()),
    roleArn: ROLE,
  });
  const { stateMachineArn } = created as { stateMachineArn: string };
  const input = JSON.stringify({ year: 2026, run: 1, generation: 1, stage: "Freeze", plan, shards: 0 });
  await engine.call("StartExecution", { stateMachineArn, name: "award-2026-1-1", input });
  await engine.idle();
  const history = await historyOf(engine, stateMachineArn, "award-2026-1-1");
  await engine.close();
  return { ...history, counted };
}

it.each([
  [1, 1, 9],
  [10_000, 20, 28],
  [25_000, 50, 58],
])("takes %i people through %i shards in %i transitions", async (people, shards, transitions) => {
  const { status, path, counted } = await lived(Math.ceil(people / SHARD));

  expect(status).toBe("SUCCEEDED");
  expect(counted.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: shards }, (_, at) => at));
  expect(path).toHaveLength(transitions);
});

it("names no group of errors to try again, and ends in a failed state that says why", () => {
  const { States } = builtRun();
  const retried = JSON.stringify(Object.values(States).map((state) => state.Retry ?? []));

  expect(retried).not.toContain("States.");
  expect(States.Stopped).toMatchObject({ Type: "Fail" });
});

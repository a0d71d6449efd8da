import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Engine, openEngine } from "../index.ts";
import type { Json } from "../lib/json.ts";
import { dayOne, look } from "../test-kit.ts";
import { steps } from "./arbitrary.ts";
import { Ambiguous, Failed, functions, interpret } from "./reference-interpreter.ts";
import { scopeOf } from "./to-asl.ts";
import type { Step } from "./workflow-model.ts";

const input = 1;
/** Defined up front, so that most random expressions do not fail on an undefined variable. */
const assigned = (["a", "b", "c"] as const).map(
  (name, value): Step => ({ kind: "pass", assign: [name, { kind: "number", value }] }),
);
const longAfter = "2030-02-01T00:00:00Z";

function expected(workflow: Step[]): { status: string; output?: Json; error?: string } {
  try {
    return { status: "SUCCEEDED", output: interpret(workflow, input, {}) };
  } catch (error) {
    if (error instanceof Ambiguous) return fc.pre(false) as never;
    if (error instanceof Failed) return { status: "FAILED", error: error.name };
    throw error;
  }
}

/** Sends by task token what the named function would have returned or thrown. */
async function answer(
  engine: Engine,
  { token, fn, payload }: { token: string; fn: string; payload: Json },
  attempt: number,
): Promise<void> {
  try {
    const output = JSON.stringify(functions[fn]?.(payload, attempt));
    await engine.call("SendTaskSuccess", { taskToken: token, output });
  } catch (error) {
    if (error instanceof Failed) await engine.call("SendTaskFailure", { taskToken: token, error: error.name });
    else if (!(error instanceof Error) || error.name !== "TaskTimedOut") throw error;
  }
}

function open(path: string): Engine {
  const engine: Engine = openEngine({
    path,
    time: { kind: "virtual", startAt: dayOne },
    invoke: async (name, payload, { attempt }) =>
      name === "answer" ? answer(engine, payload as never, attempt) : functions[name]?.(payload as Json, attempt),
  });
  return engine;
}

async function begin(engine: Engine, workflow: Step[]): Promise<string> {
  const definition = JSON.stringify({ QueryLanguage: "JSONata", ...scopeOf(workflow) });
  const { stateMachineArn } = (await engine.call("CreateStateMachine", {
    name: "fuzz",
    definition,
    roleArn: "arn:aws:iam::0:role/r",
  })) as {
    stateMachineArn: string;
  };
  const { executionArn } = (await engine.call("StartExecution", { stateMachineArn, input: JSON.stringify(input) })) as {
    executionArn: string;
  };
  return executionArn;
}

describe("random workflows", () => {
  it("end as a naive interpreter says they must", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps(2), async (random) => {
        const workflow = [...assigned, ...random];
        const outcome = expected(workflow);
        const engine = open(":memory:");
        try {
          const arn = await begin(engine, workflow);
          await engine.advanceTo(longAfter);

          expect(await look(engine, arn)).toMatchObject(outcome);
        } finally {
          await engine.close();
        }
      }),
      { numRuns: 400 },
    );
  });

  it("end the same when the power fails at some instant on the way", { timeout: 60_000 }, async () => {
    const directory = mkdtempSync(join(tmpdir(), "fuzz-"));
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(
        steps(1),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 0, max: 6 }),
        async (random, crashAfterMs, turns) => {
          const workflow = [...assigned, ...random];
          const outcome = expected(workflow);
          serial += 1;
          const path = join(directory, `${serial}`);
          const first = open(`${path}.db`);
          const arn = await begin(first, workflow);
          const running = first.advanceTo(new Date(Date.parse(dayOne) + crashAfterMs).toISOString());
          for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          for (const suffix of [".db", ".db-wal"]) copyFileSync(path + suffix, `${path}-crashed${suffix}`);
          const second = open(`${path}-crashed.db`);
          try {
            await second.advanceTo(longAfter);

            expect(await look(second, arn)).toMatchObject(outcome);
          } finally {
            await running;
            await first.close();
            await second.close();
          }
        },
      ),
      { numRuns: 80 },
    );
    rmSync(directory, { recursive: true });
  });
});

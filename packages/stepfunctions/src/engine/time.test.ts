import { afterEach, describe, expect, it } from "vitest";
import { type Engine, openEngine } from "../index.ts";
import { create, historyOf, look, start, virtualEngine, waitForToken } from "../test-kit.ts";

let engine: Engine;
afterEach(() => engine.close());

const noFunctions = async () => null;
const untilEnded = async (arn: string) => {
  for (;;) {
    const seen = await look(engine, arn);
    if (seen.status !== "RUNNING") return seen;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

describe("real time", () => {
  it("wakes a wait by itself", async () => {
    engine = openEngine({ path: ":memory:", time: { kind: "real" }, invoke: noFunctions });
    const arn = await start(engine, await create(engine, { Wait: { Type: "Wait", Seconds: 1, End: true } }));

    expect((await untilEnded(arn)).status).toBe("SUCCEEDED");
  });

  it("notices at once, when poked, that its clock was put forward by years", async () => {
    let now = Date.parse("2030-01-01T00:00:00Z");
    engine = openEngine({ path: ":memory:", time: { kind: "real", now: () => now }, invoke: noFunctions });
    const arn = await start(
      engine,
      await create(engine, { Wait: { Type: "Wait", Timestamp: "2035-06-01T00:00:00Z", End: true } }),
    );
    const before = await look(engine, arn);
    now = Date.parse("2036-01-01T00:00:00Z");
    await engine.poke();

    expect([before.status, (await look(engine, arn)).status]).toEqual(["RUNNING", "SUCCEEDED"]);
  });
});

describe("virtual time", () => {
  it("stops at every instant on the way, in order, over executions", async () => {
    const seen: string[] = [];
    engine = virtualEngine({
      note: ({ name }: { name: string }) => {
        seen.push(`${name} ${engine.now().slice(11, 19)}`);
      },
    });
    const later = (name: string, Seconds: number) => ({
      Wait: { Type: "Wait", Seconds, Next: "Note" },
      Note: { ...waitForToken("note", { Arguments: { FunctionName: "note", Payload: { name } } }) },
    });
    await start(engine, await create(engine, later("late", 120)));
    await start(engine, await create(engine, later("soon", 60)));
    await engine.advanceTo("2030-01-01T01:00:00Z");

    expect(seen).toEqual(["soon 00:01:00", "late 00:02:00"]);
    expect(engine.now()).toBe("2030-01-01T01:00:00.000Z");
  });

  it("jumps fifty years through a loop of yearly waits", async () => {
    engine = virtualEngine();
    const states = {
      Wait: { Type: "Wait", Seconds: 31_536_000, Next: "Count" },
      Count: {
        Type: "Choice",
        Choices: [
          { Condition: "{% $states.input.n < 50 %}", Output: { n: "{% $states.input.n + 1 %}" }, Next: "Wait" },
        ],
        Default: "End",
      },
      End: { Type: "Succeed" },
    };
    const arn = await start(engine, await create(engine, states), { n: 1 });
    await engine.advanceTo("2090-01-01T00:00:00Z");
    const events = await historyOf(engine, arn);

    expect((await look(engine, arn)).output).toEqual({ n: 50 });
    expect(new Date((events.at(-1)?.timestamp ?? 0) * 1000).getUTCFullYear()).toBe(2079);
  });

  it("lets a handler call the engine over HTTP while it advances", async () => {
    const asked = new Map<string, string>();
    let url = "";
    const post = (action: string, input: object) =>
      fetch(url, {
        method: "POST",
        headers: { "x-amz-target": `AWSStepFunctions.${action}` },
        body: JSON.stringify(input),
      });
    engine = virtualEngine({
      ask: ({ token }: { token: string }) => {
        asked.set("token", token);
      },
      answer: async () => {
        await post("SendTaskSuccess", { taskToken: asked.get("token"), output: '"over HTTP"' });
        return null;
      },
    });
    ({ url } = await engine.listen());
    const asking = await start(engine, await create(engine, { Ask: waitForToken("ask") }));
    const states = {
      Wait: { Type: "Wait", Seconds: 60, Next: "Answer" },
      Answer: {
        ...waitForToken("answer"),
        Resource: "arn:aws:states:::lambda:invoke",
        Arguments: { FunctionName: "answer" },
      },
    };
    await start(engine, await create(engine, states));
    await engine.advanceTo("2030-01-01T01:00:00Z");

    expect((await look(engine, asking)).output).toBe("over HTTP");
  });

  it("gives the same history twice, jitter and all", async () => {
    const play = async () => {
      engine = virtualEngine({
        flaky: (_: never, { attempt }) => {
          if (attempt < 3) throw new Error("busy");
          return attempt;
        },
      });
      const Retry = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 60, JitterStrategy: "FULL" }];
      const task = {
        ...waitForToken("flaky", { Retry }),
        Resource: "arn:aws:states:::lambda:invoke",
        Arguments: { FunctionName: "flaky" },
      };
      const definition = JSON.stringify({ QueryLanguage: "JSONata", StartAt: "Call", States: { Call: task } });
      await engine.call("CreateStateMachine", { name: "same", definition, roleArn: "arn:aws:iam::0:role/r" });
      const arn = await start(engine, "arn:aws:states:us-east-1:000000000000:stateMachine:same", {}, "one");
      await engine.advanceTo("2030-01-02T00:00:00Z");
      const events = await historyOf(engine, arn);
      await engine.close();
      return events.map(({ type, timestamp }) => `${type} ${timestamp}`);
    };
    const first = await play();
    const second = await play();
    engine = virtualEngine();

    expect(second).toEqual(first);
    expect(first.filter((each) => each.startsWith("TaskFailed"))).toHaveLength(3);
  });
});

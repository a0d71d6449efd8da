import { afterEach, describe, expect, it } from "vitest";
import { type Engine, stillRunning } from "./index.ts";
import { create, dayOne, historyOf, look, named, start, virtualEngine, waitForToken } from "./test-kit.ts";

let engine: Engine;
let tokens: string[] = [];
const keep = ({ token }: { token: string }) => {
  tokens.push(token);
  return null;
};
afterEach(async () => {
  await engine.close();
  tokens = [];
});
const lastToken = () => tokens.at(-1) ?? "";
const later = (seconds: number) => new Date(Date.parse(dayOne) + seconds * 1000).toISOString();

describe("a task that waits for its token", () => {
  it("records six events from entering to leaving when it is answered", async () => {
    engine = virtualEngine({ keep });
    const arn = await start(engine, await create(engine, { Ask: waitForToken("keep") }));
    await engine.call("SendTaskSuccess", { taskToken: lastToken(), output: '{"yes":true}' });

    expect(await look(engine, arn)).toMatchObject({
      status: "SUCCEEDED",
      output: { yes: true },
      events: [
        "ExecutionStarted",
        "TaskStateEntered",
        "TaskScheduled",
        "TaskStarted",
        "TaskSubmitted",
        "TaskSucceeded",
        "TaskStateExited",
        "ExecutionSucceeded",
      ],
    });
  });

  it("takes an answer that comes before its function returns, and ignores what the function does then", async () => {
    engine = virtualEngine({
      eager: async ({ token }: { token: string }) => {
        await engine.call("SendTaskSuccess", { taskToken: token, output: '"early"' });
        throw named("too.late");
      },
    });
    const arn = await start(engine, await create(engine, { Ask: waitForToken("eager") }));

    expect(await look(engine, arn)).toMatchObject({ status: "SUCCEEDED", output: "early" });
  });

  it("fails when its function throws before anyone answered", async () => {
    engine = virtualEngine({
      broken: () => {
        throw named("store.down", "no store");
      },
    });
    const arn = await start(engine, await create(engine, { Ask: waitForToken("broken") }));

    expect(await look(engine, arn)).toMatchObject({ status: "FAILED", error: "store.down" });
  });

  it("routes a failure sent with a token by its name, with Error and Cause in errorOutput", async () => {
    engine = virtualEngine({ keep });
    const caught = {
      ErrorEquals: ["stage.changed"],
      Assign: { plan: "{% $parse($states.errorOutput.Cause).plan %}" },
      Output: "{% $states.input %}",
      Next: "Again",
    };
    const arn = await start(
      engine,
      await create(engine, {
        Ask: waitForToken("keep", { Catch: [caught] }),
        Again: { Type: "Pass", Output: { plan: "{% $plan %}", input: "{% $states.input %}" }, End: true },
      }),
      { a: 1 },
    );
    await engine.call("SendTaskFailure", { taskToken: lastToken(), error: "stage.changed", cause: '{"plan":[7]}' });

    expect(await look(engine, arn)).toMatchObject({ status: "SUCCEEDED", output: { plan: [7], input: { a: 1 } } });
  });

  it("gives nulls to a catcher when the failure was sent without error and cause", async () => {
    engine = virtualEngine({ keep });
    const arn = await start(
      engine,
      await create(engine, {
        Ask: waitForToken("keep", { Catch: [{ ErrorEquals: ["States.ALL"], Next: "End" }] }),
        End: { Type: "Succeed" },
      }),
    );
    await engine.call("SendTaskFailure", { taskToken: lastToken() });

    expect((await look(engine, arn)).output).toEqual({ Error: null, Cause: null });
  });

  it("refuses a second answer as TaskTimedOut", async () => {
    engine = virtualEngine({ keep });
    await start(engine, await create(engine, { Ask: waitForToken("keep") }));
    const taskToken = lastToken();
    await engine.call("SendTaskSuccess", { taskToken, output: "1" });

    await expect(engine.call("SendTaskSuccess", { taskToken, output: "1" })).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
    await expect(engine.call("SendTaskHeartbeat", { taskToken })).rejects.toMatchObject({ name: "TaskTimedOut" });
  });

  it("refuses a token of which any letter is another as InvalidToken", async () => {
    engine = virtualEngine({ keep });
    const arn = await start(engine, await create(engine, { Ask: waitForToken("keep") }));
    const token = lastToken();
    for (const [index, letter] of [...token].entries()) {
      const taskToken = `${token.slice(0, index)}${letter === "A" ? "B" : "A"}${token.slice(index + 1)}`;
      const refused = engine.call("SendTaskSuccess", { taskToken, output: "1" });

      await expect(refused, taskToken).rejects.toMatchObject({ name: "InvalidToken" });
    }
    expect((await look(engine, arn)).status).toBe("RUNNING");
  });

  it("knows no task of another engine's file", async () => {
    engine = virtualEngine({ keep });
    await start(engine, await create(engine, { Ask: waitForToken("keep") }));
    const other = virtualEngine();
    const refused = other.call("SendTaskSuccess", { taskToken: lastToken(), output: "1" });

    await expect(refused).rejects.toMatchObject({ name: "InvalidToken" });
    await other.close();
  });

  it("refuses output that is not JSON and leaves the task open", async () => {
    engine = virtualEngine({ keep });
    const arn = await start(engine, await create(engine, { Ask: waitForToken("keep") }));
    const refused = engine.call("SendTaskSuccess", { taskToken: lastToken(), output: "{" });

    await expect(refused).rejects.toMatchObject({ name: "InvalidOutput" });
    expect((await look(engine, arn)).status).toBe("RUNNING");
  });

  it("never writes its token into history", async () => {
    engine = virtualEngine({ keep });
    const arn = await start(engine, await create(engine, { Ask: waitForToken("keep") }));

    expect(JSON.stringify(await historyOf(engine, arn))).not.toContain(lastToken());
    expect(lastToken()).toMatch(/^sfn1\./);
  });
});

describe("time-outs", () => {
  it("end a task with States.Timeout exactly when its seconds are over", async () => {
    engine = virtualEngine({ keep });
    const states = {
      Ask: waitForToken("keep", {
        TimeoutSeconds: "{% $states.input.limit %}",
        Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Late" }],
      }),
      Late: { Type: "Succeed" },
    };
    const arn = await start(engine, await create(engine, states), { limit: 60 });
    await engine.advanceTo(later(59.999));
    const before = await look(engine, arn);
    await engine.advanceTo(later(60));
    const after = await look(engine, arn);

    expect(before.status).toBe("RUNNING");
    expect(after).toMatchObject({ status: "SUCCEEDED", output: { Error: "States.Timeout", Cause: "" } });
    expect(after.events).toContain("TaskTimedOut");
    await expect(engine.call("SendTaskSuccess", { taskToken: lastToken(), output: "1" })).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
  });

  it("count a missed heartbeat as States.Timeout that States.HeartbeatTimeout catches", async () => {
    engine = virtualEngine({ keep });
    const states = {
      Ask: waitForToken("keep", {
        TimeoutSeconds: 1000,
        HeartbeatSeconds: 10,
        Catch: [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Silent" }],
      }),
      Silent: { Type: "Succeed" },
    };
    const arn = await start(engine, await create(engine, states));
    await engine.advanceTo(later(8));
    await engine.call("SendTaskHeartbeat", { taskToken: lastToken() });
    await engine.advanceTo(later(17.9));
    const beating = await look(engine, arn);
    await engine.advanceTo(later(18));

    expect(beating.status).toBe("RUNNING");
    expect(await look(engine, arn)).toMatchObject({
      status: "SUCCEEDED",
      output: { Error: "States.Timeout", Cause: "" },
    });
  });

  it("do not let States.HeartbeatTimeout catch a task that ran out of its whole time", async () => {
    engine = virtualEngine({ keep });
    const Catch = [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Silent" }];
    const states = { Ask: waitForToken("keep", { TimeoutSeconds: 5, Catch }), Silent: { Type: "Succeed" } };
    const arn = await start(engine, await create(engine, states));
    await engine.advanceTo(later(5));

    expect(await look(engine, arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  });

  it("end a function that does not return, and ignore what it returns later", async () => {
    engine = virtualEngine({ slow: () => stillRunning });
    const states = {
      Call: {
        ...waitForToken("slow", { TimeoutSeconds: 3 }),
        Resource: "arn:aws:states:::lambda:invoke",
        Arguments: { FunctionName: "slow" },
      },
    };
    const arn = await start(engine, await create(engine, states));
    await engine.advanceTo(later(3));

    expect(await look(engine, arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  });

  it("give the state machine's own time-out the status TIMED_OUT, without error and cause", async () => {
    engine = virtualEngine({ keep });
    const arn = await start(engine, await create(engine, { Ask: waitForToken("keep") }, { TimeoutSeconds: 30 }));
    await engine.advanceTo(later(30));
    const ended = await look(engine, arn);

    expect(ended.status).toBe("TIMED_OUT");
    expect(ended.events.at(-1)).toBe("ExecutionTimedOut");
    expect(ended).not.toHaveProperty("error");
  });
});

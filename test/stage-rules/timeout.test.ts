import { RETRIED } from "@yigong/core/lib/retried.ts";
import { type Engine, openEngine } from "@yigong/stepfunctions";
import { afterEach, describe, expect, it } from "vitest";
import { builtDefinition, DAY_ONE, historyOf, type TaskCall } from "./rig.ts";

let engine: Engine;
const opened: Engine[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

type Task = (call: TaskCall) => unknown;

/** Starts the built state machine with tasks that do nothing but what a test says. */
async function begin(plan: Record<string, string[]>, stage = "Recruit", task: Task = () => ({})) {
  const none = { Propose: [], Recruit: [], Cover: [], Execute: [], Archive: [], Survey: [] };
  engine = openEngine({
    path: ":memory:",
    time: { kind: "virtual", startAt: DAY_ONE },
    invoke: async (name, payload, { attempt }) => task({ name, payload: payload as TaskCall["payload"], attempt }),
  });
  opened.push(engine);
  const definition = JSON.stringify(builtDefinition());
  const roleArn = "arn:aws:iam::000000000000:role/yigong";
  const { stateMachineArn } = (await engine.call("CreateStateMachine", { name: "life", definition, roleArn })) as {
    stateMachineArn: string;
  };
  const input = JSON.stringify({ activityId: "act_1", generation: 1, stage, plan: { ...none, ...plan } });
  await engine.call("StartExecution", { stateMachineArn, name: "act_1-1", input });
  await engine.idle();
  return { history: () => historyOf(engine, stateMachineArn, "act_1-1") };
}

const later = (seconds: number) => new Date(Date.parse(DAY_ONE) + seconds * 1_000).toISOString();
const DAYS = 86_400;

describe("rule 4: how long a visit waits", () => {
  it.each([
    ["a second longer than until the next due instant", [later(7 * DAYS)], 7 * DAYS + 1],
    ["rounded up, so that no timer comes early", [later(100.001)], 102],
    ["whole seconds as they are", [later(100)], 101],
    ["half a minute at the least", [later(1)], 30],
    ["half a minute at the least, up to there", [later(29)], 30],
    ["longer from there on", [later(29.001)], 31],
    ["until the first that is still ahead", [later(-5), later(60), later(90)], 61],
    ["not for one that is due this very moment", [DAY_ONE, later(60)], 61],
    ["300 days at the most", [later(400 * DAYS)], 25_920_000],
    ["300 days at the most, from there on", [later(25_920_000)], 25_920_000],
    ["an hour when nothing is ahead any more", [later(-1)], 3_600],
    ["an hour when nothing was planned", [], 3_600],
  ])("is %s", async (_, due, seconds) => {
    const { history } = await begin({ Recruit: due });

    expect((await history()).timeouts).toEqual([seconds]);
  });

  it.each(["Propose", "Archive"])("is 30 days in %s when nothing is ahead any more", async (stage) => {
    const { history } = await begin({}, stage);

    expect((await history()).timeouts).toEqual([30 * DAYS]);
  });

  it.each(["Propose", "Recruit", "Cover", "Execute", "Archive", "Survey"])(
    "reads %s's own due instants",
    async (stage) => {
      const { history } = await begin({ [stage]: [later(50)] }, stage);

      expect((await history()).timeouts).toEqual([51]);
    },
  );

  it("is counted from the instant at which the stage was entered, however late it is evaluated", async () => {
    let failures = 5;
    const { history } = await begin({ Recruit: [later(1_000)] }, "Recruit", () => {
      failures -= 1;
      if (failures >= 0) throw Object.assign(new Error("no answer"), { name: "Lambda.Unknown" });
      return {};
    });
    await engine.advanceTo(later(900));

    expect((await history()).timeouts).toEqual(Array.from({ length: 6 }, () => 1_001));
  });

  it("uses no clock but the state's entered time", () => {
    expect(JSON.stringify(builtDefinition())).not.toMatch(/\$(millis|now)\b/);
  });
});

interface Retrier {
  ErrorEquals: string[];
  MaxAttempts: number;
}

describe("rule 10: what is tried again", () => {
  it.each([
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.ClientExecutionTimeoutException",
    "Lambda.TooManyRequestsException",
    "Lambda.Unknown",
    "Sandbox.Timedout",
    ...RETRIED,
  ])("is %s, in a stage and in Award", async (name) => {
    let failures = 2;
    const { history } = await begin({}, "Recruit", ({ name: state, payload }) => {
      if (state === "Recruit" || state === "Award") failures -= 1;
      if (failures >= 0) throw Object.assign(new Error("later"), { name });
      if (payload.token) queueMicrotask(() => void succeed(payload.token));
      return {};
    });
    const succeed = (taskToken: string) => engine.call("SendTaskSuccess", { taskToken, output: '{"plan":{}}' });
    await engine.advanceTo(later(60));
    await engine.idle();
    const { path, transitions } = await history();

    expect(path).toContain("Recruit");
    expect(path).not.toContain("Stopped");
    expect(transitions - path.length).toBe(2);
  });

  it.each(["stage.early", "input.invalid", "States.Timeout", "TypeError", "Error"])("is never %s", async (name) => {
    let calls = 0;
    await begin({ Cover: [later(9_000)] }, "Cover", ({ name: state }) => {
      if (state !== "Cover") return {};
      calls += 1;
      throw Object.assign(new Error("an answer"), { name });
    });
    await engine.advanceTo(later(300));

    expect(calls).toBe(1);
  });

  it("is never an answer that a person's decision gave", async () => {
    const tokens: string[] = [];
    const { history } = await begin({}, "Recruit", ({ payload }) => {
      tokens.push(payload.token);
      return {};
    });
    await engine.call("SendTaskFailure", { taskToken: tokens[0] ?? "", error: "activity.cancelled", cause: "{}" });
    await engine.advanceTo(later(1_000));

    expect(tokens).toHaveLength(1);
    expect(await history()).toMatchObject({ status: "SUCCEEDED", path: ["Begin", "Recruit", "Cancelled"] });
  });

  it("names no group of errors, in no state", () => {
    const { States } = builtDefinition();
    const retried = Object.values(States).flatMap(({ Retry = [] }) => Retry as Retrier[]);
    const named = new Set(retried.flatMap(({ ErrorEquals }) => ErrorEquals));

    expect([...named].filter((name) => name.startsWith("States."))).toEqual([]);
    expect(retried).toHaveLength(7);
  });
});

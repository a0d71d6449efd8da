import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { callWithRetry } from "./client.ts";
import { serveFunctions } from "./functions.ts";
import { type Running, startServer } from "./server.ts";

const call = (FunctionName: string, suffix: string, Payload: object) => ({
  Type: "Task",
  Resource: `arn:aws:states:::lambda:invoke${suffix}`,
  Arguments: { FunctionName, Payload },
});
const states = {
  Add: {
    ...call("add", "", { n: "{% $states.input.n %}" }),
    Output: { n: "{% $states.result.Payload %}" },
    Next: "Ask",
  },
  Ask: {
    ...call("ask", ".waitForTaskToken", {
      n: 0,
      name: "{% $states.context.Execution.Name %}",
      token: "{% $states.context.Task.Token %}",
    }),
    Output: { n: "{% $states.input.n + $states.result %}" },
    Next: "Pause",
  },
  Pause: { Type: "Wait", Seconds: 1, Next: "Last" },
  Last: { ...call("add", "", { n: "{% $states.input.n %}" }), Output: "{% $states.result.Payload %}", End: true },
};
const definition = JSON.stringify({ QueryLanguage: "JSONata", StartAt: "Add", States: states });

/** The history that every execution must have, without TaskSubmitted, which is missing when the answer came first. */
const task = ["TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited"];
const path = [
  "ExecutionStarted",
  ...task,
  ...task,
  "WaitStateEntered",
  "WaitStateExited",
  ...task,
  "ExecutionSucceeded",
];

export interface Report {
  kills: number;
  executions: number;
  /** Executions that were acknowledged and then lost, did not end, or ended with another result. */
  lost: string[];
  /** Executions with a missing or duplicate transition in their history. */
  doubled: string[];
}

/** Runs an engine under load in a separate process, kills it at random moments, and reports what was lost or duplicated. */
export async function killAtRandom({ kills, clients }: { kills: number; clients: number }): Promise<Report> {
  const data = mkdtempSync(join(tmpdir(), "kill-"));
  const answers: Promise<unknown>[] = [];
  let engine: Running;
  const url = () => engine.url;
  const functions = await serveFunctions((_, taskToken) => {
    answers.push(callWithRetry(url, "SendTaskSuccess", { taskToken, output: "100" }));
  });
  engine = await startServer(data, functions.url);
  const made = await callWithRetry(url, "CreateStateMachine", {
    name: "load",
    definition,
    roleArn: "arn:aws:iam::0:role/r",
  });
  const started = new Map<string, number>();
  let going = true;
  const client = async (who: number) => {
    for (let n = 0; going; n += 1) {
      const name = `${who}-${n}`;
      const input = JSON.stringify({ n });
      await callWithRetry(url, "StartExecution", { stateMachineArn: made.stateMachineArn, name, input });
      started.set(name, n);
      await sleep(2);
    }
  };
  const load = Array.from({ length: clients }, (_, who) => client(who));
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(randomInt(10, 300));
    await engine.kill();
    engine = await startServer(data, functions.url);
  }
  going = false;
  await Promise.all(load);
  const report = await check(url, String(made.stateMachineArn), started);
  await Promise.all(answers);
  await engine.kill();
  functions.close();
  rmSync(data, { recursive: true });
  return { kills, executions: started.size, ...report };
}

async function check(url: () => string, machine: string, started: Map<string, number>) {
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const [name, n] of started) {
    const executionArn = `${machine.replace(":stateMachine:", ":execution:")}:${name}`;
    const ended = await untilEnded(url, executionArn);
    if (ended.output !== `${n + 1 + 100 + 1}`) lost.push(`${name}: ${JSON.stringify(ended)}`);
    const { events } = (await callWithRetry(url, "GetExecutionHistory", { executionArn })) as {
      events: { type: string; id: number }[];
    };
    const types = events.map(({ type }) => type).filter((type) => type !== "TaskSubmitted");
    const inOrder = events.every(({ id }, at) => id === at + 1);
    if (!inOrder || types.join() !== path.join()) doubled.push(`${name}: ${types.join()}`);
  }
  return { lost, doubled };
}

async function untilEnded(url: () => string, executionArn: string): Promise<Record<string, unknown>> {
  for (let tries = 0; ; tries += 1) {
    const described = await callWithRetry(url, "DescribeExecution", { executionArn });
    if (described.status !== "RUNNING" || tries > 500) return described;
    await sleep(20);
  }
}

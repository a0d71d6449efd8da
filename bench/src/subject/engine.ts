import { join } from "node:path";
import { type Engine, type JsonObject, openEngine } from "../../../packages/stepfunctions/src/index.ts";
import { type Open, type Subject, stepCount } from "./subject.ts";

/** Ends of workflows as their last step tells them; what then remains is the commit of the end. */
type Ends = Map<number, () => void>;

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

/** Ten tasks, each one call of a function in this process. */
function tasks(): JsonObject {
  const states: JsonObject = {};
  for (let at = 1; at <= stepCount; at += 1) {
    states[`Step${at}`] = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: {
        FunctionName: arn("step"),
        Payload: { id: "{% $states.input.id %}", at, n: "{% $states.input.n %}" },
      },
      Output: "{% $states.result.Payload %}",
      ...(at === stepCount ? { End: true } : { Next: `Step${at + 1}` }),
    };
  }
  return states;
}

/** Ten states without a task: assignments, outputs and choices that JSONata decides. */
function passes(): JsonObject {
  const states: JsonObject = {};
  for (let at = 1; at < stepCount; at += 1) {
    const Next = at === stepCount - 1 ? "Done" : `Step${at + 1}`;
    const Output = { id: "{% $states.input.id %}", n: "{% $states.input.n + 1 %}" };
    states[`Step${at}`] =
      at % 3 === 0
        ? { Type: "Choice", Choices: [{ Condition: "{% $states.input.n >= 0 %}", Output, Next }], Default: "Done" }
        : { Type: "Pass", Assign: { last: "{% $states.input.n %}" }, Output, Next };
  }
  return { ...states, Done: { Type: "Succeed", Output: "{% {'n': $states.input.n, 'last': $last} %}" } };
}

async function open(directory: string, states: JsonObject, ends: Ends): Promise<{ engine: Engine; machine: string }> {
  const engine = openEngine({
    path: join(directory, "engine.sqlite"),
    time: { kind: "real" },
    invoke: async (_, payload) => {
      const { id, at, n } = payload as { id: number; at: number; n: number };
      if (at === stepCount) ends.get(id)?.();
      return { id, n: n + 1 };
    },
  });
  const { stateMachineArn } = (await engine.call("CreateStateMachine", {
    name: "ten",
    roleArn: "arn:aws:iam::000000000000:role/bench",
    definition: JSON.stringify({ QueryLanguage: "JSONata", StartAt: "Step1", States: states }),
  })) as { stateMachineArn: string };
  return { engine, machine: stateMachineArn };
}

const subject =
  (states: () => JsonObject, setUp: string): Open =>
  async (directory): Promise<Subject> => {
    const ends: Ends = new Map();
    const { engine, machine } = await open(directory, states(), ends);
    const isWaited = states === tasks;
    let id = 0;
    const run = async () => {
      id += 1;
      const mine = id;
      const ended = isWaited ? new Promise<void>((resolve) => ends.set(mine, resolve)) : Promise.resolve();
      const input = JSON.stringify({ id: mine, n: 0 });
      const { executionArn } = (await engine.call("StartExecution", { stateMachineArn: machine, input })) as {
        executionArn: string;
      };
      await ended;
      ends.delete(mine);
      await succeeded(engine, executionArn);
    };
    return { setUp, run, close: () => engine.close() };
  };

async function succeeded(engine: Engine, executionArn: string): Promise<void> {
  for (;;) {
    const { status } = (await engine.call("DescribeExecution", { executionArn })) as { status: string };
    if (status === "SUCCEEDED") return;
    if (status !== "RUNNING") throw new Error(`An execution ended ${status}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export const openTasks = subject(
  tasks,
  "10 JSONata Task states (lambda:invoke), each a function in the same process; a synced commit before and after each call; end read by DescribeExecution",
);

export const openPasses = subject(
  passes,
  "10 JSONata states without a task (6 Pass, 3 Choice, Succeed); one synced commit per execution, shared by those under way; end read by DescribeExecution",
);

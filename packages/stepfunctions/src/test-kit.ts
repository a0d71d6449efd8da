import { type Engine, type EngineOptions, openEngine } from "./index.ts";
import type { Json, JsonObject } from "./lib/json.ts";

type Handler = (payload: never, context: { attempt: number }) => unknown;

/** The instant at which virtual time starts in the engine's tests. */
export const dayOne = "2030-01-01T00:00:00.000Z";

/** An engine in virtual time whose functions are given by name; a function that is missing throws. */
export function virtualEngine(handlers: Record<string, Handler> = {}, options: Partial<EngineOptions> = {}): Engine {
  return openEngine({
    path: ":memory:",
    time: { kind: "virtual", startAt: dayOne },
    invoke: async (name, payload, context) => {
      const handler = handlers[name];
      if (!handler) throw Object.assign(new Error(`no function ${name}`), { name: "Lambda.ResourceNotFoundException" });
      return handler(payload as never, context);
    },
    ...options,
  });
}

export interface Ended {
  status: string;
  output?: Json;
  error?: string;
  cause?: string;
  arn: string;
  events: string[];
}

/** An error whose name is what Retry and Catch see. */
export const named = (name: string, message = name): Error => Object.assign(new Error(message), { name });

const roleArn = "arn:aws:iam::000000000000:role/test";
let serial = 0;

/** Creates a JSONata state machine that starts at the first of the given states. */
export async function create(engine: Engine, states: JsonObject, top: JsonObject = {}): Promise<string> {
  serial += 1;
  const definition = JSON.stringify({
    QueryLanguage: "JSONata",
    StartAt: Object.keys(states)[0] ?? "",
    States: states,
    ...top,
  });
  const made = await engine.call("CreateStateMachine", { name: `machine-${serial}`, definition, roleArn });
  return (made as { stateMachineArn: string }).stateMachineArn;
}

export async function start(engine: Engine, stateMachineArn: string, input: Json = {}, name?: string): Promise<string> {
  const begun = await engine.call("StartExecution", {
    stateMachineArn,
    input: JSON.stringify(input),
    ...(name === undefined ? {} : { name }),
  });
  await engine.idle();
  return (begun as { executionArn: string }).executionArn;
}

export interface Event extends JsonObject {
  type: string;
  id: number;
  previousEventId: number;
  timestamp: number;
}

export async function historyOf(engine: Engine, executionArn: string): Promise<Event[]> {
  const { events } = (await engine.call("GetExecutionHistory", { executionArn, maxResults: 1000 })) as {
    events: Event[];
  };
  return events;
}

/** An execution's DescribeExecution with parsed output, and the types of its events. */
export async function look(engine: Engine, executionArn: string): Promise<Ended> {
  const { output, status, error, cause } = (await engine.call("DescribeExecution", { executionArn })) as Record<
    string,
    string
  >;
  return {
    arn: executionArn,
    status: status ?? "",
    ...(output === undefined ? {} : { output: JSON.parse(output) as Json }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    events: (await historyOf(engine, executionArn)).map((event) => event.type),
  };
}

/** Creates a state machine, starts an execution, and returns it when the engine is idle. */
export async function run(engine: Engine, states: JsonObject, input: Json = {}, top: JsonObject = {}): Promise<Ended> {
  return look(engine, await start(engine, await create(engine, states, top), input));
}

/** A lambda:invoke Task that passes the input on and returns the payload. */
export const invoke = (functionName: string, more: JsonObject = {}): JsonObject => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: functionName, Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  End: true,
  ...more,
});

/** A Task that waits for its token; the function gets `{token}`. */
export const waitForToken = (functionName: string, more: JsonObject = {}): JsonObject => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: { FunctionName: functionName, Payload: { token: "{% $states.context.Task.Token %}" } },
  End: true,
  ...more,
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../index.ts";
import { isObject, type Json } from "../lib/json.ts";
import { invoke, virtualEngine, waitForToken } from "../test-kit.ts";

const roleArn = "arn:aws:iam::000000000000:role/r";
const machineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
const actions = `CreateStateMachine UpdateStateMachine DescribeStateMachine ListStateMachines DeleteStateMachine
  ValidateStateMachineDefinition DescribeStateMachineForExecution StartExecution StopExecution RedriveExecution DescribeExecution
  ListExecutions GetExecutionHistory SendTaskSuccess SendTaskFailure SendTaskHeartbeat TagResource UntagResource
  ListTagsForResource CreateActivity __proto__ constructor`.split(/\s+/);
const fields =
  `name definition roleArn type stateMachineArn executionArn input taskToken output error cause maxResults nextToken
  reverseOrder includeExecutionData statusFilter resourceArn tags tagKeys publish loggingConfiguration`.split(/\s+/);

const values = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(machineArn, machineArn.replace("stateMachine:m", "execution:m:x"), "sfn1.1-1-1-", "{}", ""),
);
const request = fc.dictionary(fc.constantFrom(...fields), values);

/** A valid definition with every kind of state, to be mutated in one place. */
const each = {
  StartAt: "In",
  States: { In: { Type: "Pass", Output: "{% $states.context.Map.Item.Value %}", End: true } },
};
const sound = {
  QueryLanguage: "JSONata",
  StartAt: "Pass",
  TimeoutSeconds: 1000,
  States: {
    Pass: { Type: "Pass", Assign: { a: 1, b: ["{% $states.input %}"] }, Output: { x: "{% 1 + 1 %}" }, Next: "Choice" },
    Choice: {
      Type: "Choice",
      Choices: [{ Condition: "{% $a = 1 %}", Assign: { a: 2 }, Output: 5, Next: "Call" }],
      Default: "Fail",
    },
    Call: {
      ...invoke("f", { TimeoutSeconds: "{% 5 %}", Next: "Map" }),
      End: false,
      Retry: [
        {
          ErrorEquals: ["e"],
          IntervalSeconds: 1,
          MaxAttempts: 2,
          BackoffRate: 1.5,
          MaxDelaySeconds: 9,
          JitterStrategy: "FULL",
        },
      ],
      Catch: [{ ErrorEquals: ["States.ALL"], Assign: { a: 3 }, Output: "{% $states.errorOutput %}", Next: "Map" }],
    },
    Map: {
      Type: "Map",
      Items: [1, 2],
      MaxConcurrency: 1,
      ItemSelector: { v: "{% $a %}" },
      ItemProcessor: each,
      Next: "Batch",
    },
    Batch: {
      Type: "Map",
      Items: "{% [1..3] %}",
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { c: 1 } },
      ToleratedFailureCount: 1,
      ToleratedFailurePercentage: 10,
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Out",
        States: { Out: { Type: "Succeed" } },
      },
      Next: "Both",
    },
    Both: {
      Type: "Parallel",
      Arguments: { z: 1 },
      Branches: [{ StartAt: "Left", States: { Left: { Type: "Wait", Seconds: 5, End: true } } }],
      Next: "Wait",
    },
    Wait: { Type: "Wait", Timestamp: "2030-01-01T00:01:00Z", Next: "Ask" },
    Ask: { ...waitForToken("f", { TimeoutSeconds: 9, HeartbeatSeconds: 3 }) },
    Fail: { Type: "Fail", Error: "e", Cause: "{% 'c' %}" },
  },
};

const states = Object.keys(sound).indexOf("States");

/** Replaces, removes or duplicates the node at `path`, whose numbers select a child at each level. */
function spoil(node: Json, path: readonly number[], spoiled: Json | undefined): Json {
  if (path.length === 0 || typeof node !== "object" || node === null) return spoiled ?? null;
  const [first = 0, ...rest] = path;
  const keys = Object.keys(node);
  const key = keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return spoiled ?? null;
  const child = (node as Record<string, Json>)[key] ?? null;
  const next = spoil(child, rest, spoiled);
  if (Array.isArray(node)) return node.map((item, at) => (String(at) === key ? next : item));
  const copy: Record<string, Json> = { ...node };
  if (rest.length === 0 && spoiled === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

describe("random requests", () => {
  it("get an answer or an error that has a name", { timeout: 60_000 }, async () => {
    const engine = virtualEngine({ f: () => 1 });
    await engine.call("CreateStateMachine", { name: "m", definition: JSON.stringify(sound), roleArn });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...actions),
        fc.oneof({ weight: 5, arbitrary: request }, { weight: 1, arbitrary: fc.jsonValue() }),
        async (action, input) => {
          const answer = await engine.call(action, input).catch((error: unknown) => error);

          expect(answer instanceof Fault || isObject(answer)).toBe(true);
          expect(answer).not.toBeInstanceOf(TypeError);
        },
      ),
      { numRuns: 1500 },
    );
    await engine.close();
  });
});

const literals = fc.constantFrom<Json>(
  "{% $nothing %}",
  "{% 1 %}",
  "{% 'x' %}",
  "{% $states %}",
  "{% [] %}",
  "{% $sum %}",
  "{% {} %}",
  -1,
  0,
  1.5,
  1e21,
  "",
  null,
  [],
  {},
  true,
);

describe("a definition that is spoiled in one place", () => {
  it("is refused, or runs to an end or a wait without harm to the engine", { timeout: 60_000 }, async () => {
    const engine = virtualEngine({ f: () => 1 });
    let serial = 0;
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(20), { minLength: 2, maxLength: 7 }),
        fc.option(fc.oneof(literals, fc.jsonValue() as fc.Arbitrary<Json>), { nil: undefined }),
        async (path, spoiled) => {
          serial += 1;
          const definition = JSON.stringify(spoil(sound as unknown as Json, [states, ...path], spoiled));
          const made = await engine
            .call("CreateStateMachine", { name: `s${serial}`, definition, roleArn })
            .catch((error: unknown) => error);
          if (made instanceof Fault) {
            expect(made.name).toBe("InvalidDefinition");
            return;
          }
          accepted += 1;
          const { stateMachineArn } = made as { stateMachineArn: string };
          const { executionArn } = (await engine.call("StartExecution", { stateMachineArn })) as {
            executionArn: string;
          };
          await engine.advanceTo(new Date(Date.parse(engine.now()) + 100_000).toISOString());
          const { status, cause } = (await engine.call("DescribeExecution", { executionArn })) as {
            status: string;
            cause?: string;
          };

          expect(["SUCCEEDED", "FAILED", "TIMED_OUT"]).toContain(status);
          expect(cause ?? "").not.toContain("The engine failed");
        },
      ),
      { numRuns: 1000 },
    );

    expect(accepted).toBeGreaterThan(100);
    await engine.close();
  });
});

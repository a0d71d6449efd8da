import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../lib/json.ts";
import { validate } from "./validate.ts";

const ends = { Type: "Succeed" };
const top = (States: JsonObject, more: JsonObject = {}): string =>
  JSON.stringify({ QueryLanguage: "JSONata", StartAt: Object.keys(States)[0] ?? "none", States, ...more });
const locations = (text: string): string[] => {
  const validated = validate(text);
  return "diagnostics" in validated ? validated.diagnostics.map(({ location }) => location) : [];
};
const one = (state: JsonObject): string[] => locations(top({ One: state, End: ends }));
const invoke = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "f" },
  End: true,
};
const nested = { StartAt: "In", States: { In: { Type: "Pass", End: true } } };

describe("a definition is accepted", () => {
  it.each<[string, JsonObject]>([
    ["with Output of any JSON type", { Type: "Pass", Output: [null, 1, "{% 1 %}"], End: true }],
    ["with a literal Condition", { Type: "Choice", Choices: [{ Condition: true, Next: "End" }] }],
    [
      "with strings that only look like paths",
      { Type: "Pass", Output: { "a.$": "$.a", b: " {% nothing( %}" }, End: true },
    ],
    ["with a time-out by expression", { ...invoke, TimeoutSeconds: "{% 5 %}", HeartbeatSeconds: 3 }],
    ["with a partition of its own", { ...invoke, Resource: "arn:aws-cn:states:::lambda:invoke.waitForTaskToken" }],
    [
      "with a function's ARN",
      { Type: "Task", Resource: "arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST", End: true },
    ],
    [
      "with States.ALL alone and last",
      {
        ...invoke,
        Catch: [
          { ErrorEquals: ["a"], Next: "End" },
          { ErrorEquals: ["States.ALL"], Next: "End" },
        ],
      },
    ],
    ["with an older Map's Iterator", { Type: "Map", Iterator: nested, End: true }],
  ])("%s", (_, state) => {
    expect(one(state)).toEqual([]);
  });

  it("with the query language set state by state", () => {
    expect(locations(JSON.stringify({ StartAt: "A", States: { A: { ...ends, QueryLanguage: "JSONata" } } }))).toEqual(
      [],
    );
  });
});

describe("a definition is refused, and the place is named,", () => {
  it.each<[string, JsonObject, string]>([
    ["for JSONPath's fields", { Type: "Pass", ResultPath: "$.a", End: true }, "/States/One/ResultPath"],
    ["for JSONPath mode", { Type: "Pass", QueryLanguage: "JSONPath", End: true }, "/States/One"],
    ["for an unknown type", { Type: "Nap", End: true }, "/States/One/Type"],
    ["for a type out of Object.prototype", { Type: "constructor", End: true }, "/States/One/Type"],
    ["for a type that is an object without text", { Type: { toString: "" }, End: true }, "/States/One/Type"],
    ["for an unknown field", { Type: "Pass", Nap: 1, End: true }, "/States/One/Nap"],
    ["for a missing target", { Type: "Pass", Next: "Nowhere" }, "/States/One/Next"],
    ["for a target out of Object.prototype", { Type: "Pass", Next: "constructor" }, "/States/One/Next"],
    ["for neither Next nor End", { Type: "Pass" }, "/States/One"],
    ["for both Next and End", { Type: "Pass", Next: "End", End: true }, "/States/One"],
    [
      "for an expression that does not parse",
      { Type: "Pass", Output: { a: ["{% 1 + %}"] }, End: true },
      "/States/One/Output/a[0]",
    ],
    ["for an empty expression", { Type: "Pass", Output: "{%  %}", End: true }, "/States/One/Output"],
    ["for assigning to $states", { Type: "Pass", Assign: { states: 1 }, End: true }, "/States/One/Assign/states"],
    [
      "for a variable that is no identifier",
      { Type: "Pass", Assign: { "a-b": 1 }, End: true },
      "/States/One/Assign/a-b",
    ],
    [
      "for States.ALL before the last",
      { ...invoke, Retry: [{ ErrorEquals: ["States.ALL"] }, { ErrorEquals: ["a"] }] },
      "/States/One/Retry[0]/ErrorEquals",
    ],
    [
      "for States.ALL beside others",
      { ...invoke, Retry: [{ ErrorEquals: ["States.ALL", "a"] }] },
      "/States/One/Retry[0]/ErrorEquals",
    ],
    [
      "for an error of States that is none",
      { ...invoke, Retry: [{ ErrorEquals: ["States.Nap"] }] },
      "/States/One/Retry[0]/ErrorEquals",
    ],
    [
      "for a backoff below 1",
      { ...invoke, Retry: [{ ErrorEquals: ["a"], BackoffRate: 0.5 }] },
      "/States/One/Retry[0]/BackoffRate",
    ],
    [
      "for a heartbeat as long as the time-out",
      { ...invoke, TimeoutSeconds: 5, HeartbeatSeconds: 5 },
      "/States/One/HeartbeatSeconds",
    ],
    ["for a time-out of zero", { ...invoke, TimeoutSeconds: 0 }, "/States/One/TimeoutSeconds"],
    [
      "for a service that is not here",
      { ...invoke, Resource: "arn:aws:states:::sqs:sendMessage" },
      "/States/One/Resource",
    ],
    [
      "for an activity",
      { ...invoke, Resource: "arn:aws:states:us-east-1:000000000000:activity:a" },
      "/States/One/Resource",
    ],
    ["for lambda:invoke without a function", { ...invoke, Arguments: { Payload: 1 } }, "/States/One/Arguments"],
    ["for a Choice without rules", { Type: "Choice", Choices: [], Default: "End" }, "/States/One/Choices"],
    [
      "for a Condition that is text",
      { Type: "Choice", Choices: [{ Condition: "yes", Next: "End" }] },
      "/States/One/Choices[0]/Condition",
    ],
    [
      "for CDK's And in JSONata",
      { Type: "Choice", Choices: [{ And: [], Condition: true, Next: "End" }] },
      "/States/One/Choices[0]/And",
    ],
    ["for a Wait with both", { Type: "Wait", Seconds: 1, Timestamp: "2030-01-01T00:00:00Z", End: true }, "/States/One"],
    [
      "for an instant without offset",
      { Type: "Wait", Timestamp: "2030-01-01T00:00:00", End: true },
      "/States/One/Timestamp",
    ],
    [
      "for the 30th of February",
      { Type: "Wait", Timestamp: "2030-02-30T00:00:00Z", End: true },
      "/States/One/Timestamp",
    ],
    ["for a Parallel without branches", { Type: "Parallel", Branches: [], End: true }, "/States/One/Branches"],
    ["for a Map without a processor", { Type: "Map", End: true }, "/States/One/ItemProcessor"],
    ["for an ItemReader", { Type: "Map", ItemProcessor: nested, ItemReader: {}, End: true }, "/States/One/ItemReader"],
    [
      "for Express children",
      {
        Type: "Map",
        ItemProcessor: { ...nested, ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" } },
        End: true,
      },
      "/States/One/ItemProcessor/ProcessorConfig/ExecutionType",
    ],
    [
      "for a state name used twice",
      { Type: "Parallel", Branches: [{ StartAt: "End", States: { End: ends } }], End: true },
      "/States/End",
    ],
  ])("%s", (_, state, location) => {
    expect(one(state)).toContain(location);
  });

  it.each<[string, string]>([
    ["text that is no JSON", "{"],
    ["JSON that is no object", "[]"],
    ["no states", '{"QueryLanguage":"JSONata","StartAt":"A","States":{}}'],
    ["no query language, which means JSONPath", JSON.stringify({ StartAt: "A", States: { A: ends } })],
    ["more than a MiB", top({ A: { ...ends, Comment: "x".repeat(1_048_576) } })],
    [
      "10,000 nested lists",
      `{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Succeed","Output":${"[".repeat(10_000)}${"]".repeat(10_000)}}}}`,
    ],
    ["an expression of 20,000 brackets", top({ A: { ...ends, Output: `{% ${"(".repeat(20_000)}1 %}` } })],
    ["a total time-out of zero", top({ A: ends }, { TimeoutSeconds: 0 as Json })],
  ])("for %s", (_, text) => {
    expect(locations(text).length).toBeGreaterThan(0);
  });
});

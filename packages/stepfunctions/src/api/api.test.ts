import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../index.ts";
import { create, historyOf, start, virtualEngine, waitForToken } from "../test-kit.ts";

let engine: Engine;
beforeEach(() => {
  engine = virtualEngine({ keep: () => null });
});
afterEach(() => engine.close());

const roleArn = "arn:aws:iam::000000000000:role/r";
const definition = (Output: number) =>
  JSON.stringify({ QueryLanguage: "JSONata", StartAt: "A", States: { A: { Type: "Succeed", Output } } });
const call = (action: string, input: object) => engine.call(action, input) as Promise<Record<string, unknown>>;

describe("a state machine", () => {
  it("that is created again the same is the same; otherwise it exists already", async () => {
    const first = await call("CreateStateMachine", { name: "m", definition: definition(1), roleArn });
    const again = await call("CreateStateMachine", { name: "m", definition: definition(1), roleArn });

    expect(again).toEqual(first);
    await expect(call("CreateStateMachine", { name: "m", definition: definition(2), roleArn })).rejects.toMatchObject({
      name: "StateMachineAlreadyExists",
    });
  });

  it.each([
    ["EXPRESS", { type: "EXPRESS" }, "StateMachineTypeNotSupported"],
    ["named with a slash", { name: "a/b" }, "InvalidName"],
    ["JSONPath", { definition: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}' }, "InvalidDefinition"],
    ["without a role", { roleArn: undefined }, "ValidationException"],
  ])("that is %s is refused", async (_, more, name) => {
    await expect(
      call("CreateStateMachine", { name: "m", definition: definition(1), roleArn, ...more }),
    ).rejects.toMatchObject({ name });
  });

  it("is described with its definition, and with a new revision after an update", async () => {
    const { stateMachineArn } = await call("CreateStateMachine", { name: "m", definition: definition(1), roleArn });
    const before = await call("DescribeStateMachine", { stateMachineArn });
    await call("UpdateStateMachine", { stateMachineArn, definition: definition(2) });
    const after = await call("DescribeStateMachine", { stateMachineArn });

    expect(before).toMatchObject({ name: "m", status: "ACTIVE", type: "STANDARD", definition: definition(1), roleArn });
    expect(after.definition).toBe(definition(2));
    expect(after.revisionId).not.toBe(before.revisionId);
    await expect(call("UpdateStateMachine", { stateMachineArn })).rejects.toMatchObject({
      name: "MissingRequiredParameter",
    });
  });

  it("that is deleted starts nothing new and goes once its last execution has ended", async () => {
    const stateMachineArn = await create(engine, { Wait: { Type: "Wait", Seconds: 5, End: true } });
    await start(engine, stateMachineArn);
    await call("DeleteStateMachine", { stateMachineArn });
    const { status } = await call("DescribeStateMachine", { stateMachineArn });

    expect(status).toBe("DELETING");
    await expect(call("StartExecution", { stateMachineArn })).rejects.toMatchObject({ name: "StateMachineDeleting" });
    await engine.advanceTo("2030-01-02T00:00:00Z");
    await expect(call("DescribeStateMachine", { stateMachineArn })).rejects.toMatchObject({
      name: "StateMachineDoesNotExist",
    });
  });

  it("carries tags", async () => {
    const resourceArn = await create(engine, { A: { Type: "Succeed" } });
    await call("TagResource", {
      resourceArn,
      tags: [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
      ],
    });
    await call("TagResource", { resourceArn, tags: [{ key: "a", value: "3" }] });
    await call("UntagResource", { resourceArn, tagKeys: ["b"] });

    expect(await call("ListTagsForResource", { resourceArn })).toEqual({ tags: [{ key: "a", value: "3" }] });
  });

  it("is validated without being made", async () => {
    const bad = await call("ValidateStateMachineDefinition", { definition: '{"StartAt":"A"}' });
    const good = await call("ValidateStateMachineDefinition", { definition: definition(1) });

    expect([bad.result, good.result, good.diagnostics]).toEqual(["FAIL", "OK", []]);
  });
});

describe("lists", () => {
  it("of state machines and executions go on with nextToken until all were seen once", async () => {
    const machines = [];
    for (let at = 0; at < 5; at += 1) machines.push(await create(engine, { A: { Type: "Succeed" } }));
    const stateMachineArn = machines[0] ?? "";
    for (let at = 0; at < 5; at += 1) await start(engine, stateMachineArn, {}, `e${at}`);
    const pages = async (action: string, input: object, field: string) => {
      const seen: unknown[] = [];
      for (let nextToken: unknown, more = true; more; more = nextToken !== undefined) {
        const page = await call(action, { ...input, maxResults: 2, ...(nextToken === undefined ? {} : { nextToken }) });
        seen.push(...(page[field] as unknown[]));
        nextToken = page.nextToken;
      }
      return seen as Record<string, unknown>[];
    };

    expect((await pages("ListStateMachines", {}, "stateMachines")).map((each) => each.stateMachineArn)).toEqual(
      [...machines].sort(),
    );
    expect((await pages("ListExecutions", { stateMachineArn }, "executions")).map(({ name }) => name)).toEqual([
      "e4",
      "e3",
      "e2",
      "e1",
      "e0",
    ]);
    expect(await pages("ListExecutions", { stateMachineArn, statusFilter: "RUNNING" }, "executions")).toEqual([]);
  });

  it("of events page forwards and backwards, across the groups in which they were written", async () => {
    const States = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `S${at}`,
        at % 3 === 0
          ? {
              ...waitForToken("none"),
              Resource: "arn:aws:states:::lambda:invoke",
              Arguments: { FunctionName: "keep" },
              End: undefined as never,
              Next: `S${at + 1}`,
            }
          : { Type: "Pass", Next: `S${at + 1}` },
      ]),
    );
    const executionArn = await start(engine, await create(engine, { ...States, S30: { Type: "Succeed" } }));
    const all = await historyOf(engine, executionArn);
    const ids = async (reverseOrder: boolean) => {
      const seen: number[] = [];
      for (let nextToken: unknown, more = true; more; more = nextToken !== undefined) {
        const page = await call("GetExecutionHistory", {
          executionArn,
          reverseOrder,
          maxResults: 7,
          ...(nextToken === undefined ? {} : { nextToken }),
        });
        seen.push(...(page.events as { id: number }[]).map(({ id }) => id));
        nextToken = page.nextToken;
      }
      return seen;
    };
    const expected = all.map(({ id }) => id);

    expect(expected).toEqual(Array.from({ length: expected.length }, (_, at) => at + 1));
    expect(await ids(false)).toEqual(expected);
    expect(await ids(true)).toEqual([...expected].reverse());
  });

  it("refuse a nextToken that they did not give", async () => {
    await expect(call("ListStateMachines", { nextToken: "???" })).rejects.toMatchObject({ name: "InvalidToken" });
  });
});

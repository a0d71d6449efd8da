import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../index.ts";
import { create, invoke, run, start, virtualEngine } from "../test-kit.ts";

let engine: Engine;
beforeAll(() => {
  engine = virtualEngine({
    deep: () => JSON.parse(`${"[".repeat(1_000)}${"]".repeat(1_000)}`) as never,
    bottomless: () => JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as never,
    large: () => "x".repeat(300_000),
    circular: () => {
      const self: Record<string, unknown> = {};
      self.self = self;
      return self;
    },
    poison: () => JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as never,
    strange: () => {
      throw { no: "error" };
    },
  });
});
afterAll(() => engine.close());

const pass = (Output: string) => ({ Bad: { Type: "Pass", Output: `{% ${Output} %}`, End: true } });

describe("an expression that would hold up or exhaust the engine fails its state", () => {
  it.each([
    ["recursing without end", "($f := function($x){ $f($x) + 1 }; $f(1))"],
    ["matching with catastrophic backtracking", "$match($states.input.text, /(a+)+$/)"],
    ["doubling a list sixty times", "$reduce([1..60], function($a, $b){ $append($a, $a) }, [1])"],
    ["doubling a text sixty times", "$reduce([1..60], function($a, $b){ $a & $a }, 'aaaa')"],
    ["padding to a gigabyte", "$pad('a', 1000000000)"],
    [
      "going through the input cubed",
      "$states.input.list.($$.states.input.list; $states.input.list).($states.input.list)",
    ],
  ])("when it is %s", { timeout: 30_000 }, async (_, expression) => {
    const list = Array.from({ length: 3_000 }, (_each, at) => at);
    const ended = await run(engine, pass(expression), { text: `${"a".repeat(60)}!`, list });

    expect(ended).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
  });

  it("and the engine answers others meanwhile", { timeout: 30_000 }, async () => {
    const slow = run(engine, pass("$match($states.input, /(a+)+$/)"), `${"a".repeat(60)}!`);
    const others = await run(engine, { Fine: { Type: "Pass", Output: "{% 1 + 1 %}", End: true } });

    expect(others.output).toBe(2);
    expect((await slow).status).toBe("FAILED");
  });
});

describe("a function's result", () => {
  it.each([
    ["nested 1,000 deep", "deep", "States.Runtime"],
    ["nested 50,000 deep", "bottomless", "RangeError"],
    ["over 256 KiB", "large", "States.DataLimitExceeded"],
    ["that is circular", "circular", "TypeError"],
    ["thrown that is no error", "strange", "object"],
  ])("%s fails the task", async (_, name, error) => {
    expect(await run(engine, { Call: invoke(name) })).toMatchObject({ status: "FAILED", error });
  });

  it("over 256 KiB is caught by States.ALL", async () => {
    const Catch = [{ ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput.Error %}", Next: "End" }];
    const { output } = await run(engine, { Call: invoke("large", { Catch }), End: { Type: "Succeed" } });

    expect(output).toBe("States.DataLimitExceeded");
  });

  it("named __proto__ or constructor is data and nothing else", async () => {
    const { output, status } = await run(engine, {
      Call: invoke("poison", { Assign: { kept: "{% $states.result.Payload %}" } }),
    });

    expect(status).toBe("SUCCEEDED");
    expect(JSON.stringify(output)).toBe('{"__proto__":{"polluted":true},"constructor":1}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it("a Pass result over 256 KiB fails the execution with States.DataLimitExceeded", async () => {
  const states = pass("$states.input & $states.input");

  expect(await run(engine, states, "x".repeat(200_000))).toMatchObject({
    status: "FAILED",
    error: "States.DataLimitExceeded",
  });
});

it("text with quotes, control characters and lone surrogates comes back as it went in", async () => {
  const text = '"\\\u0000\u2028\u{1f600}\ud800{% x %}';
  const { output } = await run(engine, pass("$states.input"), { text });

  expect(output).toEqual({ text });
});

it("an execution's name is refused where AWS refuses it", async () => {
  const machine = await create(engine, pass("1"));

  for (const name of ["a b", "a/b", "a:b", "a\u0000", "a".repeat(81)]) {
    await expect(start(engine, machine, {}, name)).rejects.toMatchObject({ name: "InvalidName" });
  }
});

import { describe, expect, it } from "vitest";
import { correlation, correlationOf, withCorrelation } from "./correlation.ts";

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe("a correlation", () => {
  it("is in force for all that is waited for, and for nobody beside it", async () => {
    const seen = await Promise.all(
      ["one", "two"].map((id, index) =>
        withCorrelation(id, async () => {
          await turns(2 - index);
          return correlation();
        }),
      ),
    );

    expect(seen).toEqual(["one", "two"]);
    expect(correlation()).toBeUndefined();
  });

  it("ends where something begins that has none", () => {
    expect(withCorrelation("one", () => withCorrelation(undefined, correlation))).toBeUndefined();
  });

  it.each([
    ["req_01k4:a-B", "req_01k4:a-B"],
    ["JKJaXmPLvHcESHA=", "JKJaXmPLvHcESHA="],
    ['x"\n{"level":"ERROR"}', "x----level-:-ERROR--"],
    ["张三 13800001111", "---13800001111"],
    ["a".repeat(101), "a".repeat(100)],
    ["", "none"],
  ])("written %j is kept as %j", (value, kept) => {
    expect(correlationOf(value)).toBe(kept);
    expect(withCorrelation(value, correlation)).toBe(kept);
  });
});

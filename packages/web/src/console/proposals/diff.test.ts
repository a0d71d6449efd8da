import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type Part } from "./diff.ts";

const side = (parts: readonly Part[], kind: Part["kind"]) =>
  parts
    .filter((part) => part.kind === "same" || part.kind === kind)
    .map(({ text }) => text)
    .join("");

describe("comparing two plans", () => {
  it("marks what was put in among Chinese words", () => {
    expect(compare("走访老人，分四组。", "走访独居老人，分五组。")).toEqual([
      { kind: "same", text: "走访" },
      { kind: "new", text: "独居" },
      { kind: "same", text: "老人，分" },
      { kind: "gone", text: "四" },
      { kind: "new", text: "五" },
      { kind: "same", text: "组。" },
    ]);
  });

  it("keeps Latin words and numbers whole", () => {
    expect(compare("buy 100 lamps", "buy 150 lamps")).toEqual([
      { kind: "same", text: "buy " },
      { kind: "gone", text: "100" },
      { kind: "new", text: "150" },
      { kind: "same", text: " lamps" },
    ]);
  });

  it("says nothing of equal texts, and all of an empty one", () => {
    expect(compare("一样", "一样")).toEqual([{ kind: "same", text: "一样" }]);
    expect(compare("", "新的")).toEqual([{ kind: "new", text: "新的" }]);
    expect(compare("", "")).toEqual([]);
  });

  it("loses nothing of either text", () => {
    const text = fc.string({ unit: fc.constantFrom("老", "人", "a", "b", " ", "1", "\n"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compare(before, after);
        expect([side(parts, "gone"), side(parts, "new")]).toEqual([before, after]);
      }),
    );
  });

  it("compares two plans of full length at once", () => {
    const long = "计划".repeat(2000);
    const parts = compare(long, [...long].reverse().join(""));

    expect(side(parts, "gone")).toBe(long);
  });
});

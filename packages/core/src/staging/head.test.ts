import { describe, expect, it } from "vitest";
import { Head, visible, withAbandoned } from "./head.ts";

const idle = (more: object = {}): Head => Head.parse({ phase: "idle", epoch: 3, ...more });
const under = (phase: string, writeId = "wri_1", more: object = {}): Head =>
  Head.parse({ phase, epoch: 3, writeId, batchId: "imp_1", ...more });

describe("a row that a write makes", () => {
  const made = { now: "new", since: "wri_1" };

  it.each([
    ["is staged", under("staging"), undefined],
    ["is given up", under("abandoning"), undefined],
    ["was given up a moment ago", idle({ abandoned: ["wri_1"] }), undefined],
    ["was given up before another began", under("staging", "wri_2", { abandoned: ["wri_1"] }), undefined],
    ["counts and is settled", under("settling"), "new"],
    ["is over", idle({ lastCommitted: "wri_1" }), "new"],
    ["is over since long", idle({ lastCommitted: "wri_9", abandoned: ["wri_8"] }), "new"],
    ["is over and another one is under way", under("staging", "wri_2"), "new"],
  ])("while it %s", (_, head, seen) => {
    expect(visible(made, head)).toBe(seen);
  });
});

describe("a row that a write changes", () => {
  const changed = { now: "old", staged: "new", stagedBy: "wri_1" };

  it.each([
    ["is staged", under("staging"), "old"],
    ["is given up", under("abandoning"), "old"],
    ["was given up", idle({ abandoned: ["wri_1"] }), "old"],
    ["counts and is settled", under("settling"), "new"],
    ["is over", idle({ lastCommitted: "wri_1" }), "new"],
  ])("while it %s", (_, head, seen) => {
    expect(visible(changed, head)).toBe(seen);
  });

  it("is not seen at all where the write that made it was given up", () => {
    expect(visible({ ...changed, since: "wri_0" }, idle({ abandoned: ["wri_0"] }))).toBeUndefined();
  });
});

it("remembers the last twenty writes that were given up", () => {
  let head = idle();
  for (let n = 1; n <= 25; n += 1) head = withAbandoned(head, `wri_${n}`);

  expect(head.abandoned).toEqual(Array.from({ length: 20 }, (_, n) => `wri_${n + 6}`));
  expect(Head.parse(head)).toEqual(head);
});

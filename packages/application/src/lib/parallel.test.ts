import { describe, expect, it } from "vitest";
import { inParallel } from "./parallel.ts";

describe("inParallel", () => {
  it("does each item once, never more than so many at a time", async () => {
    const items = Array.from({ length: 25 }, (_, at) => at);
    const seen: number[] = [];
    let [running, most] = [0, 0];
    await inParallel(items, 4, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      seen.push(item);
      running -= 1;
    });

    expect([seen.toSorted((a, b) => a - b), most]).toEqual([items, 4]);
  });

  it("after a fault begins nothing more, ends what it began, and throws", async () => {
    const ended: number[] = [];
    const run = inParallel([0, 1, 2, 3, 4, 5], 3, async (item) => {
      if (item === 0) throw new Error("no");
      await Promise.resolve();
      ended.push(item);
    });

    await expect(run).rejects.toThrow("no");
    expect(ended).toEqual([1, 2]);
  });
});

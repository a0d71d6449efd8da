import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { chunksOf, inOrder, inParallel, mapInParallel } from "./parallel.ts";

async function* streamOf<Item>(items: readonly Item[], onEnd = () => {}) {
  try {
    yield* items;
  } finally {
    onEnd();
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

describe("inParallel", () => {
  it.each([
    ["a list", numbers(25)],
    ["a stream", streamOf(numbers(25))],
  ])("does each item of %s once, never more than so many at a time", async (_, items) => {
    const seen: number[] = [];
    let [running, most] = [0, 0];
    await inParallel(items, 4, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      seen.push(item);
      running -= 1;
    });

    expect([seen.toSorted((a, b) => a - b), most]).toEqual([numbers(25), 4]);
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

  it("closes a stream that it leaves after a fault", async () => {
    let closed = false;
    const stream = streamOf(numbers(5), () => {
      closed = true;
    });
    const run = inParallel(stream, 2, async () => {
      throw new Error("no");
    });

    await expect(run).rejects.toThrow("no");
    expect(closed).toBe(true);
  });
});

it("mapInParallel hands back the results in the order of the items, whichever ends first", async () => {
  const results = await mapInParallel([3, 1, 2], 3, async (turns) => {
    for (let waited = 0; waited < turns; waited += 1) await turn();
    return turns * 10;
  });

  expect(results).toEqual([30, 10, 20]);
});

describe("inOrder", () => {
  it("yields in the order of the stream with at most so many under way", async () => {
    let [running, most] = [0, 0];
    const results: number[] = [];
    const run = async (item: number) => {
      running += 1;
      most = Math.max(most, running);
      for (let waited = 0; waited < 6 - item; waited += 1) await turn();
      running -= 1;
      return item;
    };
    for await (const result of inOrder(streamOf(numbers(6)), 3, run)) results.push(result);

    expect(results).toEqual(numbers(6));
    expect(most).toBe(3);
  });

  it("throws a fault at its place in the order", async () => {
    const seen: number[] = [];
    const run = async () => {
      const results = inOrder(streamOf(numbers(4)), 4, async (item) => {
        if (item === 2) throw new Error("no");
        return item;
      });
      for await (const result of results) seen.push(result);
    };

    await expect(run()).rejects.toThrow("no");
    expect(seen).toEqual([0, 1]);
  });
});

it("chunksOf cuts a list into parts, the last one shorter", () => {
  expect([chunksOf([1, 2, 3], 2), chunksOf([], 2)]).toEqual([[[1, 2], [3]], []]);
});

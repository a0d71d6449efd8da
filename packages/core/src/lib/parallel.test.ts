import { expect, it } from "vitest";
import { chunksOf, inOrder, inParallel } from "./parallel.ts";

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

it("runs no more than the width at a time, and keeps the order of the items", async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel([3, 1, 2, 0], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < item; turn += 1) await soon();
    running -= 1;
    return item * 10;
  });

  expect(results).toEqual([30, 10, 20, 0]);
  expect(most).toBe(2);
});

it("begins nothing after a fault, ends what it began, and throws the fault", async () => {
  const ended: number[] = [];
  const run = inParallel([1, 2, 3, 4], 2, async (item) => {
    if (item === 1) throw new TypeError("first");
    await soon();
    ended.push(item);
  });

  await expect(run).rejects.toThrow("first");
  expect(ended).toEqual([2]);
});

it("gives results in the items' order while later ones are under way", async () => {
  const begun: number[] = [];
  const results: number[] = [];
  const run = inOrder([1, 2, 3], 2, async (item) => {
    begun.push(item);
    return item;
  });
  for await (const result of run) results.push(result * 10 + begun.length);

  expect(results).toEqual([12, 23, 33]);
});

it("cuts a list into parts of at most a size, and nothing into none", () => {
  expect(chunksOf([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
  expect(chunksOf([], 2)).toEqual([]);
});

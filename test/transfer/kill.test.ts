import { inParallel } from "@yigong/core/lib/parallel.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scratch, smallExport } from "./installation.ts";
import { openTarget } from "./target.ts";

const folder = scratch();
let from: string;
beforeAll(async () => {
  from = (await smallExport(folder.path)).to;
});
afterAll(() => folder.remove());

/** An import that nothing happens to: what it leaves, and how many requests it makes. */
async function calm() {
  const target = await openTarget();
  await target.import(from);
  const left = { requests: target.broken.tried.length, dump: await target.dump() };
  await target.stop();
  return left;
}

/** An import that is killed once its n-th request is done, and gone on with. */
async function killed(n: number) {
  const target = await openTarget();
  target.broken.at(n, "crash-after");
  const first = await target.import(from).catch((error: unknown) => error);
  target.broken.mend();
  const again = await target.import(from, { resume: true, now: () => "2026-10-08T00:00:00.000Z" });
  const left = { died: first instanceof Error, done: again.done, dump: await target.dump() };
  await target.stop();
  return left;
}

it("leaves the same tables wherever it is killed and gone on with", async () => {
  const { requests, dump } = await calm();
  const ends: [number, Awaited<ReturnType<typeof killed>>][] = [];
  const each = Array.from({ length: requests }, (_, at) => at + 1);
  await inParallel(each, 4, async (n) => ends.push([n, await killed(n)]));
  // Killed before it marked the tables as its own, it begins anew, at another instant.
  const begun = ends.filter(([n]) => n >= 4);

  expect(requests).toBeGreaterThan(30);
  expect(ends.flatMap(([n, { died, done }]) => (died && done ? [] : [{ n, died, done }]))).toEqual([]);
  expect(begun.filter(([, end]) => JSON.stringify(end.dump) !== JSON.stringify(dump)).map(([n]) => n)).toEqual([]);
}, 240_000);

it("takes a reply that was lost for what it was", async () => {
  const { requests, dump } = await calm();
  const target = await openTarget();
  for (let n = 1; n <= requests; n += 2) target.broken.at(n, "lost-reply");
  const { done } = await target.import(from);
  const left = await target.dump();
  await target.stop();

  expect(done).toBe(true);
  expect(left).toEqual(dump);
});

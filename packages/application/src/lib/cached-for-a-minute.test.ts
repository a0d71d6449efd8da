import { expect, it } from "vitest";
import { cachedForAMinute } from "./cached-for-a-minute.ts";

it("reads anew a minute later, when the clock was set back, and after a failure", async () => {
  let at = "2026-09-10T02:00:00.000Z";
  let reads = 0;
  const failing = new Set([3]);
  const get = cachedForAMinute(
    async () => {
      reads += 1;
      if (failing.has(reads)) throw new Error("away");
      return reads;
    },
    () => at,
  );
  const first = [await get(), await get()];
  at = "2026-09-10T02:00:59.999Z";
  const stillKept = await get();
  at = "2026-09-10T02:01:00.000Z";
  const later = [await get(), await get()];
  at = "2026-09-10T02:00:00.000Z";

  expect([first, stillKept, later]).toEqual([[1, 1], 1, [2, 2]]);
  await expect(get()).rejects.toThrow("away");
  expect([await get(), await get()]).toEqual([4, 4]);
});

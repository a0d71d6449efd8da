import { expect, it } from "vitest";
import { Refusal } from "./error.ts";
import { CLASH, untilSaved, whileBusy } from "./optimistic.ts";

const busy = () => new Refusal("unavailable", "store.busy", "busy");

it("attempts anew after a clash, and takes nothing for an answer like any other", async () => {
  const told: number[] = [];
  const result = await untilSaved<undefined>(async (before) => {
    told.push(before);
    return before < 3 ? CLASH : undefined;
  });

  expect(result).toBeUndefined();
  expect(told).toEqual([0, 1, 2, 3]);
});

it("is store.busy after the attempts that it was given", async () => {
  let attempts = 0;
  const always = untilSaved(async () => {
    attempts += 1;
    return CLASH;
  }, 3);

  await expect(always).rejects.toMatchObject({ kind: "unavailable", code: "store.busy" });
  expect(attempts).toBe(3);
});

it("repeats a request five times while the store is busy, and no other refusal", async () => {
  let tries = 0;
  const run = (fault: Error) =>
    whileBusy(async () => {
      tries += 1;
      throw fault;
    });

  await expect(run(busy())).rejects.toMatchObject({ code: "store.busy" });
  expect(tries).toBe(6);
  await expect(run(new Refusal("conflict", "leave.held", "no"))).rejects.toMatchObject({ code: "leave.held" });
  expect(tries).toBe(7);
});

import { expect, it } from "vitest";
import { endOf, playKilled } from "./demo.ts";

it("ends as without, ids and units aside, when the demo is killed again and again, and leaves no process", async () => {
  const [whole, killed] = [await playKilled([]), await playKilled([1_500, 2_500, 3_000, 3_500])];

  expect(endOf(killed.report)).toEqual(endOf(whole.report));
  expect([killed.kills, killed.orphans, whole.orphans]).toEqual([4, 0, 0]);
}, 180_000);

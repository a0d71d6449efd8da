import { expect, it } from "vitest";
import { costOf } from "./fitness.ts";

const mostNeeds = 10_000;
const nearest = { post: "same", nearness: "sameDepartment", coversThisYear: 0 } as const;

it("weighs one step of post above everything else in 10,000 needs", () => {
  const farAndWeary = costOf({ post: "same", nearness: "elsewhere", coversThisYear: 100_000 });

  expect(costOf({ ...nearest, post: "coverable" })).toBeGreaterThan(mostNeeds * farAndWeary);
});

it("weighs one step of nearness above all covers in 10,000 needs", () => {
  const weary = costOf({ ...nearest, coversThisYear: 100_000 });

  expect(costOf({ ...nearest, nearness: "sameBranch" })).toBeGreaterThan(mostNeeds * weary);
});

it("keeps the sums of 10,000 needs exact, with room for the differences on a path", () => {
  const worst = costOf({ post: "coverable", nearness: "elsewhere", coversThisYear: 1_000_000 });

  expect(Number.isSafeInteger(2 * mostNeeds * worst)).toBe(true);
});

import { expect, it } from "vitest";
import { hasLapsed, lapse } from "./lapse.ts";
import { PLAN, standingIn } from "./lifecycle.builder.ts";
import { outcomeOf } from "./lifecycle.ts";
import { cancel } from "./move.ts";

const [coverUntil = ""] = PLAN.Cover;

it.each([
  ["a stage entered a millisecond before its deadline goes on", "2026-09-11T09:59:59.999Z", false],
  ["a stage entered at its deadline is over", coverUntil, true],
])("%s", (_, at, over) => {
  const row = standingIn("Cover");

  expect(hasLapsed(row, "Cover", at)).toBe(over);
  expect(outcomeOf(lapse(row, "Cover", at), "Cover")).toEqual(
    over ? { kind: "deadline", at: coverUntil, by: "system" } : undefined,
  );
});

const LATE = "2027-09-01T00:00:00.000Z";
const over = lapse(standingIn("Cover"), "Cover", LATE);
const cancelled = cancel(standingIn("Cover"), { kind: "requested", at: LATE, by: "mem_1", reason: "下雨" });

it.each([
  ["one that only a person ends", standingIn("Archive"), "Archive"],
  ["another stage than the row's", standingIn("Execute"), "Cover"],
  ["one that is over already", over, "Cover"],
  ["one of a cancelled activity", cancelled, "Cover"],
] as const)("leaves a stage as it is: %s", (_, row, stage) => {
  expect(lapse(row, stage, LATE)).toBe(row);
});

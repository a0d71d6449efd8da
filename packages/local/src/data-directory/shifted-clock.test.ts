import { expect, it } from "vitest";
import { spanOf } from "./shifted-clock.ts";

it.each([
  ["1s", 1_000],
  ["90m", 5_400_000],
  ["12h", 43_200_000],
  ["7d", 604_800_000],
  ["2w", 1_209_600_000],
  ["2h30m", 9_000_000],
  ["1w2d3h4m5s", 788_645_000],
  ["0h1m", 60_000],
  ["3653d", 315_619_200_000],
])("%s is %i milliseconds", (text, milliseconds) => {
  expect(spanOf(text)).toBe(milliseconds);
});

it.each(["", "0s", "0h0m", "7", "d", "30m2h", "2h 30m", "1h1h", "-1d", "1.5h", "2y", "7D", "1e3s", "3654d", "999999w"])(
  "%j is no span",
  (text) => {
    expect(spanOf(text)).toBeUndefined();
  },
);

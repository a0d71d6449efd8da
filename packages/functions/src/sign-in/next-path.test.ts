import { expect, it } from "vitest";
import { nextPath } from "./next-path.ts";

it.each([
  ["/m/activities/act_1", "/m/activities/act_1"],
  ["/m/points?year=2026#top", "/m/points?year=2026#top"],
  ["/c/act_1/ses_1/123456", "/c/act_1/ses_1/123456"],
  ["/m/%E4%B9%89", "/m/%E4%B9%89"],
  ["/", "/"],
  [undefined, "/m"],
  ["", "/m"],
  ["m", "/m"],
  ["//evil.example", "/m"],
  ["///evil.example", "/m"],
  ["/\\evil.example", "/m"],
  ["/m\\..\\\\evil.example", "/m"],
  ["\\\\evil.example", "/m"],
  ["https://evil.example/m", "/m"],
  ["https:/evil.example", "/m"],
  ["javascript:alert(1)", "/m"],
  ["data:text/html,x", "/m"],
  [" //evil.example", "/m"],
  ["/\t/evil.example", "/m"],
  ["/\n/evil.example", "/m"],
  ["/./\r/evil.example", "/m"],
  ["/m/../..//evil.example", "/m"],
  ["/.//evil.example", "/m"],
  ["/义", "/m"],
  ["/sign-in", "/m"],
  ["/sign-in/wecom?next=/sign-in", "/m"],
  ["/sign-out", "/m"],
  [`/${"x".repeat(500)}`, "/m"],
])("leads on from %j to %s", (asked, next) => {
  expect(nextPath(asked)).toBe(next);
});

it.each([
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "/m/%2e%2e/%2fevil.example",
  "/@evil.example",
  "/m?to=https://evil.example",
])("stays on this site with %s, however it is encoded", (asked) => {
  expect(new URL(nextPath(asked), "https://yigong.example").origin).toBe("https://yigong.example");
  expect(nextPath(asked)).toMatch(/^\/(?!\/)/);
});

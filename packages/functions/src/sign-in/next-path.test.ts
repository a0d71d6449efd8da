import { expect, it } from "vitest";
import { homeOf, nextPath } from "./next-path.ts";

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

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15";
const WECOM_DESK = `${WINDOWS} wxwork/4.1.28`;
const ANDROID = "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Mobile Safari/537.36 wxwork/4.1.28";
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148";

it.each([
  [["organizer"], WINDOWS, "/console"],
  [["volunteer", "branchSecretary"], MAC, "/console"],
  [["auditor"], WECOM_DESK, "/console"],
  [["organizer"], ANDROID, "/m"],
  [["organizer"], IPHONE, "/m"],
  [["organizer"], undefined, "/m"],
  [["volunteer", "employee"], WINDOWS, "/m"],
  [[], WINDOWS, "/m"],
] as const)("begins with roles %j on %s at %s", (roles, userAgent, home) => {
  expect(homeOf(roles, userAgent)).toBe(home);
});

import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { linkedText } from "./linked-text.ts";

beforeAll(() => {
  vi.stubEnv("SST_RESOURCE_App", JSON.stringify({ name: "yigong", stage: "test" }));
  vi.stubEnv("SST_RESOURCE_Alliance", JSON.stringify({ name: "alliance-1" }));
  vi.stubEnv("SST_RESOURCE_Empty", JSON.stringify({ value: "" }));
  vi.stubEnv("SST_RESOURCE_SurveySecret", JSON.stringify({ value: "too short a secret" }));
});
afterAll(() => vi.unstubAllEnvs());

it("reads what was linked", () => {
  expect(linkedText("Alliance", "name")).toBe("alliance-1");
});

it.each([
  ["Nothing", "name"],
  ["Alliance", "value"],
  ["Empty", "value"],
])("names the link %s that is missing or has no proper %s", (link, field) => {
  expect(() => linkedText(link, field)).toThrow(link);
});

it("never tells the value that is malformed", () => {
  const read = () => linkedText("SurveySecret", "value", /^[\w-]{43}$/);

  expect(read).toThrow('The link "SurveySecret" has no proper value.');
  expect(read).not.toThrow("too short");
});

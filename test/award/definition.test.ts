import { expect, it } from "vitest";
import { builtRun } from "./scene.ts";

it("names no group of errors to try again, and ends in a failed state that says why", () => {
  const { States } = builtRun();
  const retried = JSON.stringify(Object.values(States).map((state) => state.Retry ?? []));

  expect(retried).not.toContain("States.");
  expect(States.Stopped).toMatchObject({ Type: "Fail" });
});

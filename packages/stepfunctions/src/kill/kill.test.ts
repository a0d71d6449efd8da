import { expect, it } from "vitest";
import { killAtRandom } from "./kill.ts";

it("loses no acknowledged call and doubles no transition when it is killed at random moments under load", {
  timeout: 120_000,
}, async () => {
  const report = await killAtRandom({ kills: 6, clients: 8 });

  expect(report).toMatchObject({ kills: 6, lost: [], doubled: [] });
  expect(report.executions).toBeGreaterThan(5);
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { evaluateInWorker } from "./worker-pool.ts";

afterEach(() => vi.unstubAllEnvs());

describe("an expression in a worker", () => {
  it("is answered by its value under `node --watch`, whose workers also report the files that they load", async () => {
    vi.stubEnv("WATCH_REPORT_DEPENDENCIES", "1");
    const answers = await Promise.all(
      ["$sum([1..10])", "21 * 2", "'a' & 'b'"].map((source) =>
        evaluateInWorker(source, { states: {}, variables: {}, now: 0 }),
      ),
    );

    expect(answers).toEqual([
      { kind: "value", value: 55 },
      { kind: "value", value: 42 },
      { kind: "value", value: "ab" },
    ]);
  });
});

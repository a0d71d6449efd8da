import { correlation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recorded } from "@yigong/testing/recorded-observe.ts";
import { describe, expect, it } from "vitest";
import { observedJobs } from "./jobs.ts";
import { observedTasks } from "./tasks.ts";

const EVENT = { token: "AAAAKg", activityId: "act_1", generation: 2, visit: 0, plan: {}, correlation: "req_1" };
const ABOUT = { state: "Recruit", activityId: "act_1", generation: 2, visit: 0, ms: expect.any(Number) };

/** A task that does what a test says, and what was said of it. */
const taskOf = (run: (event: unknown) => Promise<unknown>) => {
  const said = recorded();
  return { ...said, ...observedTasks({ Recruit: run }, said.observe) };
};

describe("a task", () => {
  it("runs under its payload's correlation and says in one line what it was about, without its token", async () => {
    const { Recruit, lines, counts } = taskOf(async () => correlation());

    expect(await Recruit(EVENT)).toBe("req_1");
    expect(lines).toEqual([["task", { ...ABOUT, outcome: "done" }, "req_1"]]);
    expect(counts).toEqual({ TasksDone: 1 });
  });

  it.each([[{}], [{ correlation: 7 }], [null], ["text"]])(
    "given %j runs under none, whatever called it",
    async (event) => {
      const { Recruit } = taskOf(async () => correlation());

      expect(await Recruit(event)).toBeUndefined();
    },
  );

  it("that is refused says the code and is no fault", async () => {
    const refused = new Refusal("conflict", "stage.early", "…");
    const { Recruit, lines, faults, counts } = taskOf(() => Promise.reject(refused));

    await expect(Recruit(EVENT)).rejects.toBe(refused);
    expect(lines).toEqual([["task", { ...ABOUT, outcome: "stage.early" }, "req_1"]]);
    expect([faults, counts]).toEqual([[], {}]);
  });

  it("that goes wrong is a fault, told once, and thrown on", async () => {
    const wrong = new TypeError("…");
    const { Recruit, lines, faults, counts } = taskOf(() => Promise.reject(wrong));

    await expect(Recruit(EVENT)).rejects.toBe(wrong);
    expect(lines).toEqual([["task", { ...ABOUT, outcome: "TypeError" }, "req_1"]]);
    expect(faults).toEqual([["task Recruit", wrong, "req_1"]]);
    expect(counts).toEqual({ Faults: 1 });
  });
});

const jobOf = (run: () => Promise<unknown>) => {
  const said = recorded();
  return {
    ...said,
    ...observedJobs({ watchdog: run }, { observe: said.observe, now: () => "2026-09-01T00:00:00.000Z" }),
  };
};
const RUN = "job:watchdog:2026-09-01T00:00:00-000Z";

describe("a job", () => {
  it("runs under a correlation of its own and says in one line how it ended", async () => {
    const { watchdog, lines } = jobOf(async () => correlation());

    expect(await watchdog()).toBe(RUN);
    expect(lines).toEqual([["job", { job: "watchdog", ms: expect.any(Number), outcome: "done" }, RUN]]);
  });

  it.each([
    [new Refusal("unavailable", "store.unavailable", "…"), "store.unavailable", 0],
    [new RangeError("…"), "RangeError", 1],
  ])("that ends by %s says its name, and is a fault only when it is no refusal", async (error, outcome, count) => {
    const { watchdog, lines, faults, counts } = jobOf(() => Promise.reject(error));

    await expect(watchdog()).rejects.toBe(error);
    expect(lines).toEqual([["job", { job: "watchdog", ms: expect.any(Number), outcome }, RUN]]);
    expect([faults.length, counts.Faults ?? 0]).toEqual([count, count]);
  });
});

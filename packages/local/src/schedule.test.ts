import { expect, it } from "vitest";
import { openScheduler } from "./schedule.ts";

/** Which jobs ran at which of some instants, in Shanghai. */
async function ranAt(...instants: string[]): Promise<string[]> {
  const ran: string[] = [];
  let now = "";
  const job = (name: string) => async () => void ran.push(`${now.slice(5, 16)} ${name}`);
  const jobs = {
    sweepOutbox: async () => {},
    watchdog: async () => {},
    ledgerRoot: async () => {},
    awardRun: job("awardRun"),
    finishImports: async () => {},
    forgetServed: async () => {},
    extendSeries: async () => {},
  };
  const scheduler = openScheduler(jobs, () => {}, { zone: "Asia/Shanghai" });
  for (const instant of instants) {
    now = instant;
    await scheduler.tick(Date.parse(instant));
  }
  return ran;
}

it("runs a daily job at its local time and once a day, and at once after a start", async () => {
  const ran = await ranAt(
    "2027-01-29T20:00:00.000Z",
    "2027-01-30T00:59:59.999Z",
    "2027-01-30T01:00:00.000Z",
    "2027-01-30T23:00:00.000Z",
    "2027-01-31T01:00:30.000Z",
    "2027-02-20T00:00:00.000Z",
    "2027-02-20T01:00:00.000Z",
  );

  expect(ran).toEqual([
    "01-29T20:00 awardRun",
    "01-30T01:00 awardRun",
    "01-31T01:00 awardRun",
    "02-20T00:00 awardRun",
    "02-20T01:00 awardRun",
  ]);
});

it("runs the others by their periods, whatever the time of day", async () => {
  const ran: string[] = [];
  const none = async () => {};
  const scheduler = openScheduler(
    {
      sweepOutbox: none,
      watchdog: async () => void ran.push("watchdog"),
      ledgerRoot: none,
      awardRun: none,
      finishImports: none,
      forgetServed: none,
      extendSeries: none,
    },
    () => {},
    { own: [{ job: "sweepFiles", everySeconds: 7200, run: async () => void ran.push("sweepFiles") }] },
  );
  for (const minutes of [0, 59, 60, 119, 300])
    await scheduler.tick(Date.parse("2027-01-01T00:00:00.000Z") + minutes * 60_000);

  expect(ran.filter((job) => job === "watchdog")).toHaveLength(3);
  expect(ran.filter((job) => job === "sweepFiles")).toHaveLength(2);
});

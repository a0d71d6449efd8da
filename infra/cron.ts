import { instantOf } from "../packages/core/src/lib/time.ts";
import type { Schedule } from "../packages/workflows/src/schedules.ts";

type When = Pick<Schedule, "everySeconds" | "dailyAt">;

const rate = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "rate(1 minute)" : `rate(${minutes} minutes)`;
};
const daily = (time: string): string => {
  const [hour, minute] = time.split(":").map(Number);
  return `cron(${minute} ${hour} * * ? *)`;
};

/** How EventBridge Scheduler says when a job runs; `dailyAt` is a time of the zone that is told beside it. */
export const scheduled = ({ everySeconds, dailyAt }: When): string =>
  dailyAt === undefined ? rate(everySeconds) : daily(dailyAt);

/** How an EventBridge rule says it, which knows UTC only: an hour off half of the year where clocks change. */
export const ruled = ({ everySeconds, dailyAt }: When, zone: string): string =>
  dailyAt === undefined ? rate(everySeconds) : daily(instantOf("2026-01-01", dailyAt, zone).slice(11, 16));

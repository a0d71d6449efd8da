import { nextTimeOfDay } from "@yigong/core/lib/time.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { SCHEDULES, type Schedule } from "@yigong/workflows/schedules.ts";

export type Jobs = Record<Schedule["job"], () => Promise<unknown>>;

/** A job that exists on one machine only; on AWS a service does the same. */
export interface OwnJob {
  job: string;
  everySeconds: number;
  run: () => Promise<unknown>;
}

/** Runs each scheduled job at most once per period. Several periods that passed between two ticks count as one. */
export interface Scheduler {
  /** Runs the jobs that are due at an instant (epoch milliseconds). A failed job is reported and runs again next time. */
  tick(at: number): Promise<void>;
}

/** Whether a job is due, given its previous run (epoch milliseconds). */
function isDue(
  { everySeconds, dailyAt }: Pick<Schedule, "everySeconds" | "dailyAt">,
  before: number,
  at: number,
  zone: string,
): boolean {
  if (dailyAt === undefined) return at - before >= everySeconds * 1_000;
  return nextTimeOfDay(new Date(before).toISOString(), [dailyAt], zone) <= new Date(at).toISOString();
}

export function openScheduler(
  jobs: Jobs,
  report: (job: string, error: unknown) => void,
  { zone = DEFAULTS.zone, own = [] }: { zone?: string; own?: readonly OwnJob[] } = {},
): Scheduler {
  const last = new Map<string, number>();
  const all = [...SCHEDULES.map((schedule) => ({ ...schedule, run: () => jobs[schedule.job]() })), ...own];
  return {
    async tick(at) {
      for (const schedule of all) {
        const { job, run } = schedule;
        const before = last.get(job);
        if (before !== undefined && !isDue(schedule, before, at, zone)) continue;
        last.set(job, at);
        try {
          await run();
        } catch (error) {
          report(job, error);
        }
      }
    },
  };
}

import { nextTimeOfDay } from "@yigong/core/lib/time.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { SCHEDULES, type Schedule } from "@yigong/workflows/schedules.ts";

export type Jobs = Record<Schedule["job"], () => Promise<unknown>>;

/** A job that only one machine has: on AWS something else does it. */
export interface OwnJob {
  job: string;
  everySeconds: number;
  run: () => Promise<unknown>;
}

/** Runs scheduled jobs at most once for each of their periods; idle stretches of virtual time count as one. */
export interface Scheduler {
  /** Runs what is due at an instant (epoch milliseconds). A job that fails is reported and comes again next time. */
  tick(at: number): Promise<void>;
}

/** Whether a job's next run has come, given that of before (epoch milliseconds). */
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

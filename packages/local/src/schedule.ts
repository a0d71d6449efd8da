import { SCHEDULES, type Schedule } from "@yigong/workflows/schedules.ts";

export type Jobs = Record<Schedule["job"], () => Promise<unknown>>;

/** Runs scheduled jobs at most once for each of their periods; idle stretches of virtual time count as one. */
export interface Scheduler {
  /** Runs what is due at an instant (epoch milliseconds). A job that fails is reported and comes again next time. */
  tick(at: number): Promise<void>;
}

export function openScheduler(jobs: Jobs, report: (job: string, error: unknown) => void): Scheduler {
  const last = new Map<string, number>();
  return {
    async tick(at) {
      for (const { job, everySeconds } of SCHEDULES) {
        const before = last.get(job);
        if (before !== undefined && at - before < everySeconds * 1_000) continue;
        last.set(job, at);
        try {
          await jobs[job]();
        } catch (error) {
          report(job, error);
        }
      }
    },
  };
}

/** A job that runs by the clock: on AWS by EventBridge Scheduler, on one machine by a loop. Every run is safe to repeat. */
export interface Schedule {
  job: "sweepOutbox" | "watchdog" | "ledgerRoot";
  /** Seconds from one run to the next. */
  everySeconds: number;
  why: string;
}

/** Schedules are data; both worlds read these. */
export const SCHEDULES: readonly Schedule[] = [
  { job: "sweepOutbox", everySeconds: 60, why: "takes effects that no wake reached, and those that were due later" },
  { job: "watchdog", everySeconds: 3600, why: "gives an activity whose execution vanished a new one" },
  { job: "ledgerRoot", everySeconds: 3600, why: "seals the ledger once a local day, soon after midnight" },
];

/** A job that runs by the clock: on AWS by EventBridge Scheduler, on one machine by a loop. Every run is safe to repeat. */
export interface Schedule {
  job: "sweepOutbox" | "watchdog" | "ledgerRoot" | "awardRun" | "finishImports" | "forgetServed" | "extendSeries";
  /** Seconds from one run to the next. */
  everySeconds: number;
  /** Local time of day, in the alliance's zone, at which a job runs that runs once a day. */
  dailyAt?: string;
  why: string;
}

/** Schedules are data; both worlds read these. */
export const SCHEDULES: readonly Schedule[] = [
  { job: "sweepOutbox", everySeconds: 60, why: "takes effects that no wake reached, and those that were due later" },
  { job: "watchdog", everySeconds: 3600, why: "gives an activity or an award run whose execution vanished a new one" },
  {
    job: "awardRun",
    everySeconds: 86_400,
    dailyAt: "09:00",
    why: "begins last year's awards once it is settled, on 31 January at the latest, and again after a correction; asks for the next table of working days",
  },
  {
    job: "finishImports",
    everySeconds: 900,
    why: "ends an import or undo that a process which is gone left half done",
  },
  {
    job: "forgetServed",
    everySeconds: 86_400,
    dailyAt: "03:00",
    why: "erases the contacts of served clients when nobody needs them any more",
  },
  {
    job: "extendSeries",
    everySeconds: 86_400,
    dailyAt: "07:30",
    why: "makes activities of the visits of a series that are to be announced from today on; plans the digests with everybody's week",
  },
  { job: "ledgerRoot", everySeconds: 3600, why: "seals the ledger once a local day, soon after midnight" },
];

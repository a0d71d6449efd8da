import { awardJob } from "../award/job.ts";
import { awardWatchdog } from "../award/watchdog.ts";
import { watchdog } from "../jobs/watchdog.ts";
import { observedJobs } from "../observe/jobs.ts";
import { takeRoot } from "../points/root.ts";
import { finishImports } from "../roster/resume.ts";
import { forgetServed } from "../survey/forget.ts";
import type { World } from "../world.ts";

/** The jobs that run by the clock, except for the outbox's sweep. */
export const jobsOf = (w: World) =>
  observedJobs(
    {
      watchdog: async () => [...(await watchdog(w)()), ...(await awardWatchdog(w.awardDeps)())],
      ledgerRoot: takeRoot(w),
      awardRun: awardJob(w.awardDeps),
      finishImports: finishImports(w),
      forgetServed: forgetServed(w),
    },
    w,
  );

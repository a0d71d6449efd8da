import { awardWatchdog } from "@yigong/application/award/reissue-run.ts";
import { awardJob } from "@yigong/application/award/start-due-run.ts";
import { tellStuckRuns } from "@yigong/application/award/tell-stuck-runs.ts";
import { watchdog } from "@yigong/application/lifecycle/reissue-execution.ts";
import { planWeeks } from "@yigong/application/message/plan-weeks.ts";
import { takeRoot } from "@yigong/application/points/take-root.ts";
import { finishImports } from "@yigong/application/roster/resume-imports.ts";
import { extendSeries } from "@yigong/application/series/extend-series.ts";
import { remindNextTable } from "@yigong/application/workcalendar/remind-next-table.ts";
import { observedJobs } from "../observe/jobs.ts";
import type { UseCases } from "./use-cases.ts";

/** The jobs that run by the clock, except for the outbox's sweep. */
export const jobsOf = (w: UseCases) => {
  const planned = planWeeks(w);
  return observedJobs(
    {
      watchdog: async () => {
        const revived = [...(await watchdog(w)()), ...(await awardWatchdog(w.awardDeps)())];
        const stuck = await tellStuckRuns(w.awardDeps)();
        for (const run of stuck) w.observe.log("error", "award.stuck", { run });
        w.observe.count("AwardsStuck", stuck.length);
        return revived;
      },
      ledgerRoot: takeRoot(w),
      awardRun: async () => {
        await remindNextTable(w)();
        return awardJob(w.awardDeps)();
      },
      finishImports: finishImports(w),
      extendSeries: async () => {
        const made = await extendSeries(w)();
        await planned();
        return made;
      },
      forgetServed: async () => {
        for (const { forget } of w.retention) await forget();
      },
    },
    w,
  );
};

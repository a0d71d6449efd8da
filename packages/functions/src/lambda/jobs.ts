import { start } from "../aws/start.ts";
import { onTasks } from "../aws/task.ts";
import { jobsOf } from "../compose/jobs.ts";

const { world, around } = start(process.env);

export const {
  watchdog: Watchdog,
  ledgerRoot: LedgerRoot,
  awardRun: AwardJob,
  finishImports: FinishImports,
  forgetServed: ForgetServed,
} = onTasks(around, jobsOf(world));

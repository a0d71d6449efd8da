import { jobsOf } from "../../composition/jobs.ts";
import { start } from "../start.ts";
import { onTasks } from "../task.ts";

const { useCases, around } = start(process.env);

export const {
  watchdog: Watchdog,
  ledgerRoot: LedgerRoot,
  awardRun: AwardJob,
  finishImports: FinishImports,
  forgetServed: ForgetServed,
} = onTasks(around, jobsOf(useCases));

import { jobsOf } from "../../composition/jobs.ts";
import { start } from "../start-function.ts";
import { onTasks } from "../task-handlers.ts";

const { useCases, runtime } = start(process.env);

export const {
  watchdog: Watchdog,
  ledgerRoot: LedgerRoot,
  awardRun: AwardJob,
  finishImports: FinishImports,
  forgetServed: ForgetServed,
  extendSeries: ExtendSeries,
} = onTasks(runtime, jobsOf(useCases));

import { onSchedule } from "../aws/job.ts";
import { start } from "../aws/start.ts";
import { jobsOf } from "../compose/jobs.ts";

const { world, ...around } = start();
const { watchdog, ledgerRoot, awardRun, finishImports, forgetServed } = jobsOf(world);

export const Watchdog = onSchedule(around, watchdog);
export const LedgerRoot = onSchedule(around, ledgerRoot);
export const AwardJob = onSchedule(around, awardRun);
export const FinishImports = onSchedule(around, finishImports);
export const ForgetServed = onSchedule(around, forgetServed);

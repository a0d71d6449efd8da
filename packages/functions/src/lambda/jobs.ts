import { onSchedule } from "../aws/job.ts";
import { start } from "../aws/start.ts";
import { jobsOf } from "../compose/jobs.ts";

const { world, ...around } = start();
const { watchdog, ledgerRoot, awardRun } = jobsOf(world);

export const Watchdog = onSchedule(around, "watchdog", watchdog);
export const LedgerRoot = onSchedule(around, "ledgerRoot", ledgerRoot);
export const AwardJob = onSchedule(around, "awardRun", awardRun);

import type { Schedule } from "../packages/workflows/src/schedules.ts";
import type { FunctionName } from "./catalogue.ts";

/** The function that runs each scheduled job. */
export const JOBS: Record<Schedule["job"], FunctionName> = {
  sweepOutbox: "Outbox",
  watchdog: "Watchdog",
  awardRun: "AwardJob",
  finishImports: "FinishImports",
  forgetServed: "ForgetServed",
  extendSeries: "ExtendSeries",
  ledgerRoot: "LedgerRoot",
};

/** As names of resources are written. */
export const titled = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;

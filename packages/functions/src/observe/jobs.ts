import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { codeOf } from "./describe-error.ts";
import { type Observe, since } from "./observe.ts";

type Job = () => Promise<unknown>;

const observedJob =
  (job: string, run: Job, { observe, now }: { observe: Observe; now: () => string }): Job =>
  () =>
    withCorrelation(`job:${job}:${now()}`, async () => {
      const begun = performance.now();
      try {
        const result = await run();
        observe.log("info", "job", { job, ms: since(begun), outcome: "done" });
        return result;
      } catch (error) {
        const refused = error instanceof Refusal;
        observe.log(refused ? "warn" : "info", "job", { job, ms: since(begun), outcome: codeOf(error) });
        if (!refused) {
          observe.fault(`job ${job}`, error);
          observe.count("Faults");
        }
        throw error;
      }
    });

/** Wraps jobs: each run has a correlation of its own, logs its outcome in one line and reports its fault. */
export const observedJobs = <Jobs extends Record<string, Job>>(
  jobs: Jobs,
  deps: { observe: Observe; now: () => string },
): Jobs => Object.fromEntries(Object.entries(jobs).map(([job, run]) => [job, observedJob(job, run, deps)])) as Jobs;

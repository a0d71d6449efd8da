import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import type { Context } from "aws-lambda";
import type { Around } from "./start.ts";

/** A scheduled job as Lambda calls it; a job that fails is reported and comes again by its schedule. */
export const onSchedule =
  ({ observe, bell }: Around, job: string, run: () => Promise<unknown>) =>
  (_event: unknown, { awsRequestId }: Pick<Context, "awsRequestId">): Promise<void> =>
    withCorrelation(awsRequestId, async () => {
      try {
        await run();
        observe.log("info", "job.done", { job });
      } catch (error) {
        observe.fault(`job ${job}`, error);
        throw new Error(`The job ${job} failed; why was logged.`);
      } finally {
        await bell.pass();
      }
    });

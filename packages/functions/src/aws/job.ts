import type { Bell } from "./invoke.ts";
import { outwardError } from "./outward-error.ts";

/** A scheduled job as Lambda calls it. A failure is Lambda's to see: it counts as an error, and the schedule comes again. */
export const onSchedule =
  ({ bell }: { bell: Bell }, run: () => Promise<unknown>) =>
  async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      throw outwardError(error);
    } finally {
      await bell.pass();
    }
  };

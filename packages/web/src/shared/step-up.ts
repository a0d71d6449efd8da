import { Refused } from "./api/problem.ts";

/** Whether the API wants a fresh one-time code first. */
export const needsStepUp = (error: unknown): boolean =>
  error instanceof Refused && error.code === "auth.step_up_needed";

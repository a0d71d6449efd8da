import { BUSY, UNAVAILABLE } from "./store-fault.ts";

/** What a task may throw that may go away by itself: a workflow runs the task again, and every other code is an answer. */
export const RETRIED = [BUSY, UNAVAILABLE] as const;

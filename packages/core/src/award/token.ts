import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { isPast, Plan, type Info as Run, Waiting } from "./run.ts";

/** The one row that holds a task token of a run. Never leaves the outbox. */
export const Info = z.object({
  year: z.int(),
  run: z.int().positive(),
  token: z.string(),
  stage: Waiting,
  generation: z.int().positive(),
  visit: z.int().nonnegative(),
  attempt: z.int().nonnegative(),
  plan: Plan,
  at: Instant,
});
export type Info = z.infer<typeof Info>;

/** What a waiting execution is told. */
export type Answer =
  | { kind: "success"; output: { plan: Plan } }
  | { kind: "failure"; error: "award.superseded" | "award.withdrawn"; cause: string };

/**
 * The answer that the run's row calls for, or undefined when the execution is to go on waiting.
 *
 * @source docs/architecture.md rules 3 and 8
 */
export function answerFor(token: Info, run: Run): Answer | undefined {
  if (run.generation !== token.generation) return { kind: "failure", error: "award.superseded", cause: "{}" };
  if (run.status === "withdrawn") return { kind: "failure", error: "award.withdrawn", cause: "{}" };
  return isPast(run, token.stage) ? { kind: "success", output: { plan: run.plan } } : undefined;
}

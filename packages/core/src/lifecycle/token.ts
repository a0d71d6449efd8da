import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { type Info as Lifecycle, outcomeOf, Plan, Stage } from "./lifecycle.ts";

/** The one row that holds a task token: which visit of which stage waits for an answer. Never leaves the outbox. */
export const Info = z.object({
  activityId: z.string(),
  token: z.string(),
  stage: Stage,
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
  | { kind: "failure"; error: "lifecycle.superseded" | "activity.cancelled" | "stage.changed"; cause: string };

/**
 * The answer that the lifecycle's row calls for, or undefined when the execution is to go on waiting.
 *
 * @source docs/architecture.md rules 3 and 8
 */
export function answerFor(token: Info, lifecycle: Lifecycle): Answer | undefined {
  if (lifecycle.generation !== token.generation) return failure("lifecycle.superseded", {});
  if (lifecycle.status === "cancelled") return failure("activity.cancelled", {});
  if (outcomeOf(lifecycle, token.stage)) return { kind: "success", output: { plan: lifecycle.plan } };
  if (samePlan(token.plan, lifecycle.plan)) return undefined;
  return failure("stage.changed", { plan: lifecycle.plan });
}

const failure = (error: "lifecycle.superseded" | "activity.cancelled" | "stage.changed", cause: object): Answer => ({
  kind: "failure",
  error,
  cause: JSON.stringify(cause),
});

const samePlan = (a: Plan, b: Plan): boolean =>
  (Object.keys(a) as (keyof Plan)[]).every((stage) => a[stage].join() === b[stage].join());

import * as Lifecycle from "./lifecycle.ts";

/**
 * Whether a stage was over by its deadline before anybody came by: the execution, or the machine, was away.
 *
 * @param at - when the stage was entered, ISO-8601 UTC
 */
export function hasLapsed(lifecycle: Lifecycle.Info, stage: Lifecycle.Stage, at: string): boolean {
  if (Lifecycle.isOver(lifecycle) || Lifecycle.stageOf(lifecycle) !== stage) return false;
  const deadline = Lifecycle.deadlineOf(lifecycle, stage);
  if (Lifecycle.GATED.includes(stage) || deadline === undefined || at < deadline) return false;
  return Lifecycle.outcomeOf(lifecycle, stage) === undefined;
}

/**
 * Ends a stage that was entered after its deadline; any other is left as it is. Safe to run twice.
 *
 * @param at - when the stage was entered, ISO-8601 UTC
 * @source docs/architecture.md rules 4 and 5
 */
export function lapse(lifecycle: Lifecycle.Info, stage: Lifecycle.Stage, at: string): Lifecycle.Info {
  const deadline = Lifecycle.deadlineOf(lifecycle, stage);
  if (!hasLapsed(lifecycle, stage, at) || deadline === undefined) return lifecycle;
  const outcome = { kind: "deadline" as const, at: deadline, by: "system" };
  return Lifecycle.Info.parse({ ...lifecycle, outcomes: { ...lifecycle.outcomes, [stage]: outcome } });
}

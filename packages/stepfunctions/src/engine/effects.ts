import type { Effect, Run } from "../run/run.ts";
import { functionEnded, isCurrent } from "../states/task-result.ts";
import type { ExecutionQueues } from "./execution-queues.ts";
import type { InFlight } from "./in-flight.ts";
import { type Invoke, outcomeOf } from "./invoke.ts";

export interface EffectParts {
  readonly inFlight: InFlight;
  readonly invoke: Invoke;
  now(): number;
  queues(): ExecutionQueues;
  startChild(run: Run, branchId: number, attempt: number): Promise<void>;
  notifyParent(run: Run): Promise<void>;
}

/** Performs the side effects of transitions. It is called only after the transitions are on disk. */
export function openEffects(parts: EffectParts) {
  const call = async (run: Run, branchId: number, attempt: number): Promise<void> => {
    const branch = run.branches.get(branchId);
    if (!isCurrent(branch, attempt) || branch.phase !== "invoking" || !branch.task) return;
    const { functionName = "", payload } = branch.task;
    const copy: unknown = JSON.parse(payload.text);
    const outcome = await outcomeOf(() => parts.invoke(functionName, copy, { attempt: branch.retries }));
    if (!outcome) return;
    await parts.queues().enqueue(run.execution.id, async (current) => {
      const now = current.branches.get(branchId);
      if (isCurrent(now, attempt) && now.phase === "invoking") await functionEnded(current, now, parts.now(), outcome);
    });
  };
  const perform = (run: Run, effect: Effect): Promise<void> => {
    switch (effect.kind) {
      case "invoke":
        return call(run, effect.branchId, effect.attempt);
      case "start":
        return parts.startChild(run, effect.branchId, effect.attempt);
      case "notifyParent":
        return parts.notifyParent(run);
    }
  };
  return (run: Run, effects: readonly Effect[]): void => {
    for (const effect of effects) {
      // An error has failed the execution already, in its queue.
      parts
        .queues()
        .retainDuring(run, () => perform(run, effect))
        .catch(() => undefined);
    }
  };
}

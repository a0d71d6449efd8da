import type { Effect, Run } from "../run/run.ts";
import { functionEnded, isCurrent } from "../states/task-result.ts";
import type { Lanes } from "./execution-queues.ts";
import type { Busy } from "./in-flight.ts";
import { type Invoke, outcomeOf } from "./invoke.ts";

export interface EffectParts {
  readonly busy: Busy;
  readonly invoke: Invoke;
  now(): number;
  lanes(): Lanes;
  startChild(run: Run, branchId: number, attempt: number): Promise<void>;
  tellParent(run: Run): Promise<void>;
}

/** Does outside what transitions asked for. It is called only after they are on disk. */
export function openEffects(parts: EffectParts) {
  const call = async (run: Run, branchId: number, attempt: number): Promise<void> => {
    const branch = run.branches.get(branchId);
    if (!isCurrent(branch, attempt) || branch.phase !== "invoking" || !branch.task) return;
    const { functionName = "", payload } = branch.task;
    const copy: unknown = JSON.parse(payload.text);
    const outcome = await outcomeOf(() => parts.invoke(functionName, copy, { attempt: branch.retries }));
    if (!outcome) return;
    await parts.lanes().on(run.execution.id, async (current) => {
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
      case "tellParent":
        return parts.tellParent(run);
    }
  };
  return (run: Run, effects: readonly Effect[]): void => {
    for (const effect of effects) {
      // A failure in here has ended the execution already (see lanes.ts).
      parts
        .lanes()
        .during(run, () => perform(run, effect))
        .catch(() => undefined);
    }
  };
}

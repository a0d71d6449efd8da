import type { Run } from "../run/run.ts";
import { resourceOf } from "../states/task.ts";
import type { Store } from "../store/store.ts";
import type { ExecutionQueues } from "./execution-queues.ts";
import type { InFlight } from "./in-flight.ts";

const concurrency = 64;

/** Continues what was in progress when the engine stopped. Calls that had not returned are repeated, with the same token. */
export async function resume({
  store,
  queues,
  inFlight,
}: {
  store: Store;
  queues: ExecutionQueues;
  inFlight: InFlight;
}): Promise<void> {
  inFlight.begin();
  try {
    const ids = store.activeIds();
    for (let at = 0; at < ids.length; at += concurrency) {
      await Promise.allSettled(ids.slice(at, at + concurrency).map((id) => queues.enqueue(id, requeueEffects)));
    }
  } finally {
    inFlight.end();
  }
}

function requeueEffects(run: Run): void {
  if (run.execution.owesParent) run.effects.push({ kind: "notifyParent" });
  for (const branch of run.branches.values()) {
    if (branch.phase !== "invoking" || !branch.task || run.execution.status !== "RUNNING") continue;
    const kind = resourceOf(run, branch).kind === "startExecution" ? "start" : "invoke";
    run.effects.push({ kind, branchId: branch.id, attempt: branch.task.attempt });
  }
}

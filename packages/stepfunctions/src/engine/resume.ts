import type { Run } from "../run/run.ts";
import { resourceOf } from "../states/task.ts";
import type { Store } from "../store/store.ts";
import type { Lanes } from "./execution-queues.ts";
import type { Busy } from "./in-flight.ts";

const atOnce = 64;

/** Takes up what was under way when the engine stopped. Calls that had not returned are made again, with the same token. */
export async function resume({ store, lanes, busy }: { store: Store; lanes: Lanes; busy: Busy }): Promise<void> {
  busy.enter();
  try {
    const ids = store.activeIds();
    for (let at = 0; at < ids.length; at += atOnce) {
      await Promise.allSettled(ids.slice(at, at + atOnce).map((id) => lanes.on(id, takeUp)));
    }
  } finally {
    busy.leave();
  }
}

function takeUp(run: Run): void {
  if (run.execution.owesParent) run.effects.push({ kind: "tellParent" });
  for (const branch of run.branches.values()) {
    if (branch.phase !== "invoking" || !branch.task || run.execution.status !== "RUNNING") continue;
    const kind = resourceOf(run, branch).kind === "startExecution" ? "start" : "invoke";
    run.effects.push({ kind, branchId: branch.id, attempt: branch.task.attempt });
  }
}

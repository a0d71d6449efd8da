import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "@yigong/core/lib/error.ts";
import { type Marked, stillRuns } from "./process-identity.ts";
import type { Run } from "./store-record.ts";

const gentleMs = 3_000;
const hardMs = 2_000;

/**
 * Ends what an earlier run of ours has left, so that never two programs write one file.
 * Only for whoever holds the directory's lock.
 *
 * @throws `store.orphan` when a process that may be the earlier store does not go and cannot safely be ended
 */
export async function endOrphans({ keeper, child }: Run, log: (line: string) => void): Promise<void> {
  if (child && stillRuns(child) === true) {
    log(`Ending process ${child.pid}, a store that an earlier run has left.`);
    signal(child, "SIGTERM");
  }
  // The keeper ends its program as soon as it sees that its owner is gone.
  for (const one of [keeper, child]) if (one) await seeOff(one);
}

async function seeOff(one: Marked): Promise<void> {
  if (await gone(one, gentleMs)) return;
  signal(one, "SIGKILL");
  if (await gone(one, hardMs)) return;
  const message = `Process ${one.pid} of an earlier run may still hold the store. End it, then start again.`;
  throw new Refusal("unavailable", "store.orphan", message);
}

/** Where nobody can tell whether the number is still the same process, it is left alone. */
function signal(one: Marked, name: "SIGTERM" | "SIGKILL"): void {
  if (stillRuns(one) !== true) return;
  try {
    process.kill(one.pid, name);
  } catch {
    // It went in between.
  }
}

async function gone(one: Marked, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (stillRuns(one)) {
    if (performance.now() > deadline) return false;
    await wait(10);
  }
  return true;
}

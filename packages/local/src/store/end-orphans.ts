import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "@yigong/core/lib/error.ts";
import { isSameProcessRunning, type ProcessIdentity } from "./process-identity.ts";
import type { Run } from "./store-record.ts";

const sigtermGraceMs = 3_000;
const sigkillGraceMs = 2_000;

/**
 * Ends processes that an earlier run has left, so that two programs never write the same file.
 * Call it only while holding the directory's lock.
 *
 * @throws `store.orphan` when a process that may be the earlier store does not end and cannot safely be killed
 */
export async function endOrphans({ keeper, child }: Run, log: (line: string) => void): Promise<void> {
  if (child && isSameProcessRunning(child) === true) {
    log(`Ending process ${child.pid}, a store that an earlier run has left.`);
    signal(child, "SIGTERM");
  }
  // A guard ends by itself, with its program, once its IPC channel is closed.
  for (const one of [keeper, child]) if (one) await endProcess(one);
}

async function endProcess(one: ProcessIdentity): Promise<void> {
  if (await hasEndedWithin(one, sigtermGraceMs)) return;
  signal(one, "SIGKILL");
  if (await hasEndedWithin(one, sigkillGraceMs)) return;
  const message = `Process ${one.pid} of an earlier run may still hold the store. End it, then start again.`;
  throw new Refusal("unavailable", "store.orphan", message);
}

/** Sends no signal when it is unknown whether the pid still belongs to the same process. */
function signal(one: ProcessIdentity, name: "SIGTERM" | "SIGKILL"): void {
  if (isSameProcessRunning(one) !== true) return;
  try {
    process.kill(one.pid, name);
  } catch {
    // The process has ended in between.
  }
}

async function hasEndedWithin(one: ProcessIdentity, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isSameProcessRunning(one)) {
    if (performance.now() > deadline) return false;
    await wait(10);
  }
  return true;
}

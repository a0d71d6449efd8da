import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A pid with the start time of its process, which distinguishes it from a later process with the same pid. */
export interface ProcessIdentity {
  pid: number;
  /** Start time as the operating system reports it; absent where it does not. */
  mark?: string | undefined;
}

/** Whether there is a process with this pid. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Identifies a running process, so that a later process with the same pid is never killed instead. */
export const identify = (pid: number): ProcessIdentity => ({ pid, mark: startMarkOf(pid) });

/** Whether this very process still runs: `unknown` when a process with this pid runs and its start time is not available. */
export function isSameProcessRunning({ pid, mark }: ProcessIdentity): boolean | "unknown" {
  if (!isAlive(pid)) return false;
  return mark === undefined ? "unknown" : startMarkOf(pid) === mark;
}

function startMarkOf(pid: number): string | undefined {
  if (process.platform === "win32") return undefined;
  if (process.platform !== "linux")
    return spawnSync("ps", ["-o", "lstart=", "-p", `${pid}`], { encoding: "utf8" }).stdout?.trim() || undefined;
  try {
    // The command, in brackets, may contain blanks; the start time is the 20th field after it. A zombie has ended.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z"
      ? "ended"
      : `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

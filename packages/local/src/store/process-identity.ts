import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that can be told from a later one with the same number. */
export interface Marked {
  pid: number;
  /** When the process began, as its system tells it; absent where that cannot be asked. */
  mark?: string | undefined;
}

/** Whether there is a process of that number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Notes a process with the time it began, so that nobody ends another one that got its number later. */
export const marked = (pid: number): Marked => ({ pid, mark: beginning(pid) });

/** Whether that very process still runs: `unknown` when there is one of that number on a system that tells no more. */
export function stillRuns({ pid, mark }: Marked): boolean | "unknown" {
  if (!isAlive(pid)) return false;
  return mark === undefined ? "unknown" : beginning(pid) === mark;
}

function beginning(pid: number): string | undefined {
  if (process.platform === "win32") return undefined;
  if (process.platform !== "linux")
    return spawnSync("ps", ["-o", "lstart=", "-p", `${pid}`], { encoding: "utf8" }).stdout?.trim() || undefined;
  try {
    // The command, in brackets, may hold blanks; the start time is the 20th field after it. A zombie runs no more.
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

import { readFileSync, writeFileSync } from "node:fs";

/** The most memory that a process held since it began or since `forgetPeak`, in MB of RSS; undefined where there is no /proc. */
export function peakMb(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}

const TICKS_A_SECOND = 100;

/** Seconds of a core that a process used since it began; they depend less than wall time on what else the machine does. */
export function cpuSeconds(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    // The name of the program, in parentheses, may have spaces.
    const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    const [user, system] = rest.split(" ").slice(11, 13).map(Number);
    return ((user ?? 0) + (system ?? 0)) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}

/** Lets the peak begin anew. @source proc_pid_clear_refs(5) */
export function forgetPeak(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {}
}

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const MAIN = new URL("../../packages/local/src/demo/main.ts", import.meta.url).pathname;

interface Entry {
  memberId: string;
  points: string;
}
export interface Report {
  activities: (Record<string, unknown> & { activityId: string; points: Entry[] })[];
}

/** The end of a demo without what may differ: ids become ranks, units go. */
export function endOf({ activities }: Report): unknown {
  const members = [...new Set(activities.flatMap(({ points }) => points.map(({ memberId }) => memberId)))].sort();
  return activities.map(({ activityId: _, points, ...rest }) => ({
    ...rest,
    points: points.map((entry) => `${members.indexOf(entry.memberId)}: ${entry.points}`).sort(),
  }));
}

function start(dataDir: string): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; output: string; errors: string }>;
} {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, "--json", "--data", dataDir], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { output: "", errors: "" };
  child.stdout.on("data", (part: Buffer) => {
    text.output += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    text.errors += part.toString();
  });
  return { child, ended: new Promise((resolve) => child.on("close", (code) => resolve({ code, ...text }))) };
}

/** Processes that still work in a data directory. */
export function leftIn(dataDir: string): number[] {
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => {
    try {
      return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dataDir);
    } catch {
      return false;
    }
  });
}

/** Comes back when nothing works in a data directory any more, or after ten seconds with what does. */
async function quiet(dataDir: string): Promise<number[]> {
  for (let tries = 0; tries < 200 && leftIn(dataDir).length > 0; tries++) await wait(50);
  return leftIn(dataDir);
}

/** Plays the demo to its end, killed with -9 after each of the given times (ms since that start). */
export async function playKilled(
  killsAfterMs: readonly number[],
): Promise<{ report: Report; kills: number; orphans: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-kill-"));
  let orphans = 0;
  let kills = 0;
  try {
    for (const afterMs of killsAfterMs) {
      const { child, ended } = start(dataDir);
      const finished = await Promise.race([ended.then((end) => end.code === 0), wait(afterMs, undefined)]);
      if (finished === false) throw new Error(`the demo failed: ${(await ended).errors.slice(-2000)}`);
      if (finished === true) break;
      child.kill("SIGKILL");
      kills += 1;
      await ended;
      orphans += (await quiet(dataDir)).length;
    }
    const { code, output, errors } = await start(dataDir).ended;
    if (code !== 0) throw new Error(`the demo failed after ${kills} kills: ${errors.slice(-2000)}`);
    orphans += (await quiet(dataDir)).length;
    return { report: JSON.parse(output) as Report, kills, orphans };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

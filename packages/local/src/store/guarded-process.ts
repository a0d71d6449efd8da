import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { type Marked, marked, stillRuns } from "./process-identity.ts";
import type { Env } from "./program.ts";

/** A program that runs behind its keeper. */
export interface Kept {
  keeperPid: number | undefined;
  /** The program's own number, once it runs. */
  childPid(): number | undefined;
  /** The last of what it printed. */
  output(): string;
  /** Resolves when both have ended, for whatever reason. */
  ended: Promise<void>;
  hasEnded(): boolean;
  /** Ends both, gently at first, and comes back when they have ended. */
  end(): Promise<void>;
}

const keeperScript = fileURLToPath(new URL("./guard-process.ts", import.meta.url));
const endWithinMs = 5_000;
const outputLimit = 4_000;
const Told = z.object({ childPid: z.int() });

/** Runs a command behind a keeper, which ends it as soon as our process is gone. */
export function keep(command: string, args: readonly string[], { cwd, env }: { cwd: string; env: Env }): Kept {
  const keeper = spawn(process.execPath, [keeperScript, command, ...args], {
    // A group of its own: Ctrl-C in a terminal is for our process, which ends the store last.
    detached: true,
    windowsHide: true,
    cwd,
    // Under `node --watch` the keeper would report its files to us instead of the store.
    env: { ...env, NODE_OPTIONS: undefined, WATCH_REPORT_DEPENDENCIES: undefined },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  setFree(keeper);
  let output = "";
  let child: Marked | undefined;
  let over = false;
  const hear = (words: unknown) => {
    output = `${output}${words}`.slice(-outputLimit);
  };
  keeper.stdout?.on("data", hear);
  keeper.stderr?.on("data", hear);
  keeper.on("message", (message) => {
    child = marked(Told.parse(message).childPid);
  });
  const ended = endOf(keeper, hear, () => child).finally(() => {
    over = true;
  });
  const end = () => endGently(keeper, ended);
  return { keeperPid: keeper.pid, childPid: () => child?.pid, output: () => output, ended, hasEnded: () => over, end };
}

/** A running store must not keep a process alive that has nothing else to do. */
function setFree(keeper: ChildProcess): void {
  keeper.unref();
  keeper.channel?.unref();
  for (const stream of [keeper.stdout, keeper.stderr]) (stream as Socket | null)?.unref();
}

async function endOf(keeper: ChildProcess, hear: (words: string) => void, child: () => Marked | undefined) {
  // Not "close": a program that outlives its keeper would hold the pipes open.
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    keeper.on("exit", (_, by) => setImmediate(resolve, by));
    keeper.on("error", (error) => {
      hear(error.message);
      resolve(null);
    });
  });
  const left = child();
  // Only a keeper that was killed leaves its program, which would still have the port and the file.
  while (signal && left && stillRuns(left) === true) {
    process.kill(left.pid, "SIGKILL");
    await wait(5);
  }
}

async function endGently(keeper: ChildProcess, ended: Promise<void>): Promise<void> {
  keeper.ref();
  if (keeper.connected) keeper.disconnect();
  const inTime = await Promise.race([ended.then(() => true), wait(endWithinMs, false, { ref: false })]);
  if (!inTime) keeper.kill("SIGKILL");
  await ended;
}

import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { identify, isSameProcessRunning, type ProcessIdentity } from "./process-identity.ts";
import type { Env } from "./program.ts";

/** A program that runs as the child of a guard process, which ends it when this process is gone. */
export interface GuardedProcess {
  guardPid: number | undefined;
  /** Pid of the program, once it runs. */
  childPid(): number | undefined;
  /** The last of its output. */
  output(): string;
  /** Resolves when guard and program have both ended. */
  ended: Promise<void>;
  hasEnded(): boolean;
  /** Ends both, first with SIGTERM, and resolves when they have ended. */
  end(): Promise<void>;
}

const guardScript = fileURLToPath(new URL("./guard-process.ts", import.meta.url));
const endWithinMs = 5_000;
const outputLimit = 4_000;
const GuardMessage = z.object({ childPid: z.int() });

/** Runs a command under a guard. */
export function spawnGuarded(
  command: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Env },
): GuardedProcess {
  const guard = spawn(process.execPath, [guardScript, command, ...args], {
    // A process group of its own: Ctrl-C in a terminal must not reach the store before this process has stopped.
    detached: true,
    windowsHide: true,
    cwd,
    // With these variables, which `node --watch` sets, the guard would send watch messages over the same IPC channel.
    env: { ...env, NODE_OPTIONS: undefined, WATCH_REPORT_DEPENDENCIES: undefined },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  unrefAll(guard);
  let output = "";
  let child: ProcessIdentity | undefined;
  let over = false;
  const collectOutput = (chunk: unknown) => {
    output = `${output}${chunk}`.slice(-outputLimit);
  };
  guard.stdout?.on("data", collectOutput);
  guard.stderr?.on("data", collectOutput);
  guard.on("message", (message) => {
    child = identify(GuardMessage.parse(message).childPid);
  });
  const ended = waitForExit(guard, collectOutput, () => child).finally(() => {
    over = true;
  });
  const end = () => stopGracefully(guard, ended);
  return { guardPid: guard.pid, childPid: () => child?.pid, output: () => output, ended, hasEnded: () => over, end };
}

/** A running store must not keep the event loop of this process alive. */
function unrefAll(guard: ChildProcess): void {
  guard.unref();
  guard.channel?.unref();
  for (const stream of [guard.stdout, guard.stderr]) (stream as Socket | null)?.unref();
}

async function waitForExit(
  guard: ChildProcess,
  collectOutput: (text: string) => void,
  child: () => ProcessIdentity | undefined,
) {
  // Not "close": a program that survives its guard keeps the pipes open.
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    guard.on("exit", (_, by) => setImmediate(resolve, by));
    guard.on("error", (error) => {
      collectOutput(error.message);
      resolve(null);
    });
  });
  const survivor = child();
  // Only a killed guard leaves its program running, which then still owns the port and the file.
  while (signal && survivor && isSameProcessRunning(survivor) === true) {
    process.kill(survivor.pid, "SIGKILL");
    await wait(5);
  }
}

async function stopGracefully(guard: ChildProcess, ended: Promise<void>): Promise<void> {
  guard.ref();
  if (guard.connected) guard.disconnect();
  const inTime = await Promise.race([ended.then(() => true), wait(endWithinMs, false, { ref: false })]);
  if (!inTime) guard.kill("SIGKILL");
  await ended;
}

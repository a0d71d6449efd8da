import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
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

const keeperScript = fileURLToPath(new URL("keeper.ts", import.meta.url));
const endWithinMs = 5_000;
const outputLimit = 4_000;

/** Runs a command behind a keeper, which ends it as soon as our process is gone. */
export function keep(command: string, args: readonly string[], { cwd, env }: { cwd: string; env: Env }): Kept {
  const keeper = spawn(process.execPath, [keeperScript, command, ...args], {
    // A group of its own: Ctrl-C in a terminal is for our process, which ends the store last.
    detached: true,
    windowsHide: true,
    cwd,
    env: { ...env, NODE_OPTIONS: undefined },
    stdio: ["pipe", "pipe", "pipe"],
  });
  setFree(keeper);
  let output = "";
  let childPid: number | undefined;
  const hear = (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-outputLimit);
    childPid ??= pidIn(output);
  };
  keeper.stdout.on("data", hear);
  keeper.stderr.on("data", hear);
  keeper.stdin.on("error", () => {});
  let over = false;
  const ended = new Promise<void>((resolve) => {
    keeper.on("error", (error) => resolve(hear(Buffer.from(error.message))));
    // Not "close": a program that outlives its keeper would hold the pipes open.
    keeper.on("exit", (_, signal) => {
      if (signal && childPid !== undefined) killNow(childPid);
      setImmediate(resolve);
    });
  }).finally(() => {
    over = true;
  });
  const end = async () => {
    keeper.ref();
    keeper.stdin.end();
    const inTime = await Promise.race([ended.then(() => true), wait(endWithinMs, false, { ref: false })]);
    if (!inTime) keeper.kill("SIGKILL");
    await ended;
  };
  return { keeperPid: keeper.pid, childPid: () => childPid, output: () => output, ended, hasEnded: () => over, end };
}

/** A running store must not keep a process alive that has nothing else to do. */
function setFree(keeper: ChildProcessByStdio<Writable, Readable, Readable>): void {
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stdout, keeper.stderr]) (stream as unknown as Socket).unref();
}

const pidIn = (output: string): number | undefined => {
  const digits = /^child (\d+)\n/m.exec(output)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

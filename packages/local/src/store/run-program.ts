import { Refusal } from "@yigong/core/lib/error.ts";
import { lockDirectory } from "./directory-lock.ts";
import { endOrphans } from "./end-orphans.ts";
import type { Kept } from "./guarded-process.ts";
import { freePort, greet, launch } from "./launch-program.ts";
import type { LocalStore, StoreOptions } from "./local-store.ts";
import { marked } from "./process-identity.ts";
import type { Program } from "./program.ts";
import { forgetRun, readRun, writeChoice, writeRun } from "./store-record.ts";
import { supervise } from "./supervise.ts";

const portTries = 3;

/**
 * Runs a DynamoDB of our own for a data directory, on loopback and a random port.
 *
 * @throws `store.locked` when another process has the directory open
 * @throws `store.failed` when the program cannot be started
 */
export async function runProgram(program: Program, options: StoreOptions): Promise<LocalStore> {
  const { dataDir } = options;
  const unlock = lockDirectory(dataDir);
  if (!unlock) {
    const owner = readRun(dataDir)?.owner;
    const message = `${dataDir} is in use by ${owner ? `process ${owner}` : "another process"}. Stop it, or choose another data directory.`;
    throw new Refusal("conflict", "store.locked", message);
  }
  try {
    return await runLocked(program, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function runLocked(program: Program, options: StoreOptions, unlock: () => void): Promise<LocalStore> {
  const { dataDir, env, log } = options;
  const before = readRun(dataDir);
  if (before) await endOrphans(before, log);
  const startAt = (port: number) => {
    const run = { owner: process.pid, endpoint: `http://127.0.0.1:${port}` };
    const onProcess = (keeper: number, child: number | undefined) =>
      writeRun(dataDir, { ...run, keeper: marked(keeper), ...(child ? { child: marked(child) } : {}) });
    return launch(program, { port, dataDir, env, onProcess });
  };
  const { first, port } = await firstStart(startAt);
  writeChoice(dataDir, { kind: program.kind });
  const endpoint = `http://127.0.0.1:${port}`;
  const version = (await greet(endpoint))?.dynoxide;
  if (version) warnOfOld(version, log);
  const onLost = options.onLost ?? ((error: Error) => log(error.message));
  const running = supervise(first, () => startAt(port), { dataDir, log, onLost });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await running.stop();
    forgetRun(dataDir);
    unlock();
  };
  return {
    kind: program.kind,
    endpoint,
    ...(version ? { version } : {}),
    config: { endpoint, region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } },
    dropAutoToken: program.kind === "dynoxide",
    pid: running.pid,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The port that the system gave may be taken by another program before ours has it. */
async function firstStart(startAt: (port: number) => Promise<Kept>): Promise<{ first: Kept; port: number }> {
  let cause: unknown;
  for (let count = 0; count < portTries; count += 1) {
    const port = await freePort();
    try {
      return { first: await startAt(port), port };
    } catch (error) {
      cause = error;
    }
  }
  const message = `The store could not be started. ${cause instanceof Error ? cause.message : ""}`;
  throw new Refusal("unavailable", "store.failed", message, { cause });
}

function warnOfOld(version: string, log: (line: string) => void): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 1 || (major === 1 && minor >= 3)) return;
  log(`dynoxide ${version} can be stopped by a malformed expression (GHSA-gwhp-7jch-7xj6); 1.3.0 and later cannot.`);
}

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { requireSoundDatabase } from "../data-directory/sound-database.ts";
import { type Address, freePort, hiddenAddress, urlOf } from "./address.ts";
import { lockDirectory } from "./directory-lock.ts";
import { endOrphans } from "./end-orphans.ts";
import { openGate } from "./gate.ts";
import type { GuardedProcess } from "./guarded-process.ts";
import { launchProgram, probeEndpoint } from "./launch-program.ts";
import type { LocalStore, StoreOptions } from "./local-store.ts";
import { identify } from "./process-identity.ts";
import type { Program } from "./program.ts";
import { forgetRun, type Run, readChoice, readRun, writeChoice, writeRun } from "./store-record.ts";
import { supervise } from "./supervise.ts";

const startTries = 3;

/**
 * Runs a DynamoDB for a data directory, on loopback, behind a gate.
 *
 * @throws `store.locked` when another process has the directory open
 * @throws `data.missing`, `data.damaged`, `data.unreadable` when its data is not there, or not whole
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
  const { dataDir, env, log, machine = process } = options;
  const before = readRun(dataDir);
  if (before) await endOrphans(before, log);
  requireSound(program, dataDir);
  const key = randomBytes(24).toString("hex");
  const run: Run = { owner: process.pid, key };
  let address: Address | undefined;
  // At the same address again, where requests of this process are being retried; at another one when that is taken.
  const start = async () => {
    const next = address ?? (await addressFor(program, machine.platform));
    address = undefined;
    const onProcess = (guard: number, child: number | undefined) =>
      writeRun(dataDir, { ...run, keeper: identify(guard), ...(child ? { child: identify(child) } : {}) });
    const started = await launchProgram(program, { address: next, dataDir, env, onProcess });
    address = next;
    return started;
  };
  const first = await firstStart(start);
  writeChoice(dataDir, { kind: program.kind });
  const version = address && (await probeEndpoint(urlOf(address)))?.dynoxide;
  if (version) warnOfOld(version, log);
  const running = supervise(first, start, { dataDir, log });
  const here = () => (running.pid() === undefined ? undefined : address);
  const gate = await openGate({ key, store: here, version });
  run.endpoint = gate.endpoint;
  writeRun(dataDir, { ...readRun(dataDir), ...run });
  const stop = async () => {
    await running.stop();
    await gate.close();
    forgetRun(dataDir);
    unlock();
  };
  return {
    kind: program.kind,
    endpoint: gate.endpoint,
    reach: {
      AWS_ENDPOINT_URL_DYNAMODB: gate.endpoint,
      AWS_ACCESS_KEY_ID: key,
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_REGION: REGION,
    },
    ...(version ? { version } : {}),
    config: {
      // This process knows the hidden address, which may change with a restart, and spares itself the way by the gate.
      endpoint: async () => endpointOf(address),
      region: REGION,
      credentials: { accessKeyId: key, secretAccessKey: "local" },
    },
    dropAutoToken: program.kind === "dynoxide",
    pid: running.pid,
    isUp: async () => {
      const at = here();
      return at !== undefined && (await probeEndpoint(urlOf(at))) !== undefined;
    },
    stop: once(stop),
  };
}

/** A program takes a missing or empty file for a new store, which would then have lost everything. */
function requireSound({ database }: Program, dataDir: string): void {
  const path = join(dataDir, database);
  const isBegun = readChoice(dataDir) !== undefined;
  if (requireSoundDatabase(path, WAY_ON, isBegun) || !isBegun) return;
  throw new Refusal("missing", "data.missing", `缺少 ${path} / ${path} is missing.\n${WAY_ON}`);
}

const WAY_ON =
  "请从备份恢复整个数据目录，或用 YIGONG_DATA 另选一个 / Put the whole data directory back from a backup, or choose another with YIGONG_DATA.";
const REGION = "us-east-1";

const addressFor = async (program: Program, platform: string): Promise<Address> =>
  program.listensEverywhere ? { host: "127.0.0.1", port: await freePort() } : await hiddenAddress(platform);

/** In the form that the AWS client takes from a function. */
const endpointOf = (address: Address | undefined) => ({
  protocol: "http:",
  hostname: address?.host ?? "127.0.0.1",
  port: address?.port ?? 0,
  path: "/",
});

function once(act: () => Promise<void>): () => Promise<void> {
  let acting: Promise<void> | undefined;
  return () => {
    acting ??= act();
    return acting;
  };
}

/** Retries with another address: a free one may be taken before the program listens on it. */
async function firstStart(start: () => Promise<GuardedProcess>): Promise<GuardedProcess> {
  let cause: unknown;
  for (let count = 0; count < startTries; count += 1) {
    try {
      return await start();
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

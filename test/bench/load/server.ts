import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { openSecrets } from "@yigong/local/data-directory/secrets.ts";
import { freePort } from "@yigong/local/store/address.ts";
import { readRun } from "@yigong/local/store/store-record.ts";
import { type Client, connect } from "./client.ts";
import { cpuSeconds, forgetPeak, peakMb } from "./memory.ts";
import { runScript } from "./script.ts";

const STARTS_WITHIN_MS = 30_000;

/** A server as `npm start` runs it: a process of its own with the store that it chooses. */
export interface Server {
  /** A client with so many connections, all kept alive. */
  client(connections: number): Client;
  tokenOf(subject: string): Promise<string>;
  /** Peak memory in MB, and seconds of a core, since the start or since `forget`. */
  spent(): Spent;
  forget(): void;
  /** Ends the process and starts another one on the same data. */
  restart(): Promise<void>;
}

export interface Spent {
  serverMb: number | undefined;
  storeMb: number | undefined;
  serverCpuSeconds: number;
  storeCpuSeconds: number;
}

/** Runs a server on an empty data directory for as long as `use` takes. */
export async function withServer<Result>(use: (server: Server) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-load-"));
  let running = await start(dataDir);
  const pids = () => [running.child.pid, readRun(join(dataDir, "store"))?.child?.pid] as const;
  const cpu = () => pids().map((pid) => cpuSeconds(pid) ?? 0);
  let before = cpu();
  try {
    return await use({
      client: (connections) => connect(running.origin, connections),
      tokenOf: (subject) =>
        tokenFor(subject, { secret: openSecrets(dataDir).tokens, at: new Date().toISOString(), hours: 24 }),
      spent() {
        const [serverMb, storeMb] = pids().map(peakMb);
        const [serverCpuSeconds, storeCpuSeconds] = cpu().map((seconds, at) => seconds - (before[at] ?? 0));
        return { serverMb, storeMb, serverCpuSeconds: serverCpuSeconds ?? 0, storeCpuSeconds: storeCpuSeconds ?? 0 };
      },
      forget() {
        pids().forEach(forgetPeak);
        before = cpu();
      },
      async restart() {
        await stop(running);
        running = await start(dataDir);
        before = cpu();
      },
    });
  } finally {
    await stop(running);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function start(dataDir: string) {
  const port = await freePort();
  const env = { YIGONG_DATA: dataDir, PORT: String(port), HOST: "127.0.0.1", YIGONG_LOG: "warn" };
  const { child, text, ended } = runScript("start", env);
  const origin = `http://127.0.0.1:${port}`;
  const until = performance.now() + STARTS_WITHIN_MS;
  while (performance.now() < until && child.exitCode === null) {
    const ready = await fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { child, text, ended, origin };
    await wait(50);
  }
  child.kill("SIGKILL");
  throw new Error(`The server did not start: ${text.errors}`);
}

async function stop({ child, ended, text }: Awaited<ReturnType<typeof start>>): Promise<void> {
  child.kill("SIGTERM");
  await ended;
  const faults = text.errors
    .trim()
    .split("\n")
    .filter((line) => !line.includes("/api/docs"));
  if (faults.length > 0) process.stderr.write(`The server told of faults:\n${faults.slice(0, 20).join("\n")}\n`);
}

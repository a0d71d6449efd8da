import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { documentClient } from "@yigong/core/lib/table.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { identify, isSameProcessRunning, type ProcessIdentity } from "./process-identity.ts";
import { type LocalStore, openStore, type StoreOptions } from "./store.ts";
import { readRun, writeChoice, writeRun } from "./store-record.ts";
import { createTables } from "./tables.ts";

const names = { alliance: "Alliance", ledger: "Ledger" };
const item = { pk: "a", sk: "b" };

let dataDir: string;
let lines: string[];
let cleanUp: (() => unknown)[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "yigong-store-"));
  lines = [];
  cleanUp = [() => rmSync(dataDir, { recursive: true, force: true })];
});
afterEach(async () => {
  for (const step of cleanUp.toReversed()) await step();
});

async function open(options: Partial<StoreOptions> = {}): Promise<LocalStore> {
  const store = await openStore({ dataDir, env: {}, log: (line) => lines.push(line), ...options });
  cleanUp.push(store.stop);
  return store;
}

/** Another process of ours that opens the same directory and stays; resolves once its store answers. */
async function owner(): Promise<{ process: ChildProcess; stored: ProcessIdentity }> {
  const module = new URL("store.ts", import.meta.url).href;
  const script = `import { openStore } from ${JSON.stringify(module)};
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)}, env: {}, log: () => {} });
    console.log(store.pid());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  cleanUp.push(() => child.kill("SIGKILL"));
  const printed = await new Promise((resolve) => child.stdout.on("data", resolve));
  return { process: child, stored: identify(Number(`${printed}`)) };
}

const killed = async (child: ChildProcess) => {
  const exit = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGKILL");
  await exit;
};

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error("it never came to hold");
    await wait(5);
  }
}

const clientOf = (store: Pick<LocalStore, "config">) => documentClient({ config: store.config });
const write = async (store: LocalStore) => {
  await createTables(clientOf(store), names);
  await clientOf(store).send(new PutCommand({ TableName: "Alliance", Item: item }));
};
const read = async (store: LocalStore) =>
  (await clientOf(store).send(new GetCommand({ TableName: "Alliance", Key: item }))).Item;

describe("a store of our own", () => {
  it("answers on loopback only, and keeps what was written when it is opened again", async () => {
    const first = await open();
    await write(first);
    await first.stop();
    const second = await open();

    expect(first).toMatchObject({ kind: "dynoxide", version: "1.2.1", dropAutoToken: true });
    expect(second.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await read(second)).toEqual(item);
  });

  it("leaves no process behind when it is stopped, and may be stopped twice", async () => {
    const store = await open();
    const before = identify(store.pid() ?? 0);
    await store.stop();
    await store.stop();

    expect([isSameProcessRunning(before), readRun(dataDir)]).toEqual([false, undefined]);
  });

  it("comes back on the same address with the same facts when it dies", async () => {
    const store = await open();
    await write(store);
    const before = identify(store.pid() ?? 0);
    process.kill(before.pid, "SIGKILL");
    await until(() => !isSameProcessRunning(before));

    expect(await read(store)).toEqual(item);

    // It may answer a moment before it is known to have started.
    await until(() => ![undefined, before.pid].includes(store.pid()));

    expect(await store.isUp()).toBe(true);
    expect(readRun(dataDir)?.child?.pid).toBe(store.pid());
  });

  it("is up again after any number of falls, and says that it is down meanwhile", async () => {
    const store = await open();
    await write(store);
    const up: boolean[] = [];
    for (let fall = 0; fall < 3; fall += 1) {
      const before = identify(store.pid() ?? 0);
      process.kill(before.pid, "SIGKILL");
      await until(() => !isSameProcessRunning(before));
      // The first restart is at once.
      if (fall > 0) up.push(await store.isUp());
      await until(() => ![undefined, before.pid].includes(store.pid()));
    }

    expect(up).toEqual([false, false]);
    expect(await store.isUp()).toBe(true);
    expect(await read(store)).toEqual(item);
  });

  it("is reached by others with its key only, on one address through every fall", async () => {
    const store = await open();
    await write(store);
    process.kill(store.pid() ?? 0, "SIGKILL");
    const credentials = (accessKeyId = "") => ({ accessKeyId, secretAccessKey: "any" });
    const other = (accessKeyId?: string) =>
      clientOf({
        config: { endpoint: store.endpoint ?? "", region: "us-east-1", credentials: credentials(accessKeyId) },
      });
    const get = new GetCommand({ TableName: "Alliance", Key: item });

    expect((await other(store.reach.AWS_ACCESS_KEY_ID).send(get)).Item).toEqual(item);
    await expect(other("local").send(get)).rejects.toMatchObject({ cause: { name: "UnrecognizedClientException" } });
    expect(readRun(dataDir)).toMatchObject({ endpoint: store.endpoint, key: store.reach.AWS_ACCESS_KEY_ID });
    expect(statSync(join(dataDir, "store.run.json")).mode & 0o77).toBe(0);
  });

  it("comes back when its guard dies, and never twice at once", async () => {
    const store = await open();
    await write(store);
    const before = identify(store.pid() ?? 0);
    process.kill(readRun(dataDir)?.keeper?.pid ?? 0, "SIGKILL");
    await until(() => !isSameProcessRunning(before));

    expect(await read(store)).toEqual(item);
  });

  it("warns of a dynoxide with a known hole", async () => {
    await open();

    expect(lines).toEqual([expect.stringContaining("GHSA-gwhp-7jch-7xj6")]);
  });

  it("says what the program said when it cannot be started", async () => {
    const program = join(dataDir, "broken");
    writeFileSync(program, "#!/bin/sh\necho out of luck >&2\nexit 3\n", { mode: 0o755 });

    await expect(open({ env: { DYNOXIDE_BIN: program } })).rejects.toMatchObject({
      code: "store.failed",
      message: expect.stringContaining("out of luck"),
    });
    await expect(open()).resolves.toMatchObject({ kind: "dynoxide" });
  });
});

describe("a data directory", () => {
  it("belongs to one process at a time, which the refusal names", async () => {
    const other = await owner();

    await expect(open()).rejects.toMatchObject({
      code: "store.locked",
      message: expect.stringContaining(`process ${other.process.pid}`),
    });
    expect(isSameProcessRunning(other.stored)).toBe(true);
  });

  it("is free again, without an orphan, after its owner was killed", async () => {
    const other = await owner();
    await killed(other.process);
    await until(() => !isSameProcessRunning(other.stored));

    expect(await open()).toMatchObject({ kind: "dynoxide" });
  });

  it("is freed from a store whose owner and guard were both killed", async () => {
    const other = await owner();
    process.kill(other.process.pid ?? 0, "SIGSTOP");
    process.kill(readRun(dataDir)?.keeper?.pid ?? 0, "SIGKILL");
    await killed(other.process);
    const leftBehind = isSameProcessRunning(other.stored);
    await open();

    expect(leftBehind).toBe(true);
    expect(isSameProcessRunning(other.stored)).toBe(false);
  });

  it("does not cost the life of a stranger who got the number of an old store", async () => {
    const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    cleanUp.push(() => stranger.kill("SIGKILL"));
    const pid = stranger.pid ?? 0;
    writeRun(dataDir, { owner: pid, keeper: { pid, mark: "long ago" }, child: { pid, mark: "long ago" } });
    await open();

    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    expect(identify(pid).mark).toBeDefined();
  });

  it("is never opened with another kind than it was begun with", async () => {
    await (await open()).stop();
    writeChoice(dataDir, { kind: "dynamodb-local" });
    await expect(open()).rejects.toMatchObject({ code: "store.changed", kind: "conflict" });

    writeChoice(dataDir, { kind: "dynoxide" });
    const env = { AWS_ENDPOINT_URL_DYNAMODB: "aws" };

    await expect(open({ env })).rejects.toMatchObject({ code: "store.changed" });
    await expect(open({ env: {} })).resolves.toMatchObject({ kind: "dynoxide" });
  });
});

describe("an endpoint variable", () => {
  it("goes before everything else; a dynoxide behind it is recognized", async () => {
    const served = await open();
    const env = { ...served.reach, DYNOXIDE_BIN: "/nowhere" };
    const store = await open({ dataDir: join(dataDir, "second"), env });
    await write(store);

    expect(store).toMatchObject({ kind: "endpoint", endpoint: served.endpoint, version: "1.2.1", dropAutoToken: true });
    expect(store.pid()).toBeUndefined();
    expect(await read(served)).toEqual(item);
  });

  it("is said aloud when it is another than the last time", async () => {
    const served = await open();
    writeChoice(dataDir, { kind: "endpoint", endpoint: "http://127.0.0.1:1" });
    lines = [];
    await open({ env: { AWS_ENDPOINT_URL_DYNAMODB: served.endpoint } });

    expect(lines).toEqual([expect.stringContaining("http://127.0.0.1:1")]);
  });

  it("is refused when nothing answers there, or when it is no address", async () => {
    const at = (AWS_ENDPOINT_URL_DYNAMODB: string) => open({ env: { AWS_ENDPOINT_URL_DYNAMODB } });

    await expect(at("http://127.0.0.1:1")).rejects.toMatchObject({ code: "store.unreachable" });
    await expect(at("amazon")).rejects.toMatchObject({ code: "store.misconfigured" });
  });

  it("of aws leaves everything to the AWS client", async () => {
    const store = await open({ env: { AWS_ENDPOINT_URL_DYNAMODB: "aws" } });

    expect(store).toMatchObject({ kind: "aws", endpoint: undefined, config: {}, dropAutoToken: false });
    await expect(open({ env: {} })).rejects.toMatchObject({ code: "store.changed" });
  });
});

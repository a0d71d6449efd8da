import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { localClient } from "@yigong/core/lib/direct-client.ts";
import { type ClientOptions, type Meter, newMeter, type Table } from "@yigong/core/lib/table.ts";
import { type LocalStore, openStore } from "@yigong/local/store/store.ts";
import { createTables } from "@yigong/local/store/tables.ts";
import { afterAll } from "vitest";

/** A pair of empty tables for one test or one suite. */
export interface TestTable {
  table: Table;
  meter: Meter;
  /** The store beneath, for tests that start more clients of it. */
  store: LocalStore;
  /** Makes the tables empty, under their names. */
  clear(): Promise<void>;
  /** Drops the tables. */
  stop(): Promise<void>;
}

/** The one store of this worker, opened by the first suite that asks. */
let opened: Promise<{ store: LocalStore; dataDir: string }> | undefined;

// Registered on import, so it comes after the hooks of the suite that imports this.
afterAll(async () => {
  const last = await opened;
  opened = undefined;
  await last?.store.stop();
  if (last) rmSync(last.dataDir, { recursive: true, force: true });
});

/**
 * Opens a fresh pair of tables: on the DynamoDB at `YIGONG_TEST_DYNAMODB_ENDPOINT` when it is set,
 * else on one dynoxide for each worker of the test run, which ends with the suite that imports this.
 */
export async function testTable(options: Pick<ClientOptions, "random" | "pause"> = {}): Promise<TestTable> {
  opened ??= openForWorker();
  const { store } = await opened;
  const meter = newMeter();
  const client = localClient({ ...options, config: store.config, dropAutoToken: store.dropAutoToken, meter });
  const name = randomBytes(6).toString("hex");
  const table = { client, alliance: `Alliance-${name}`, ledger: `Ledger-${name}` };
  const drop = () =>
    Promise.all([table.alliance, table.ledger].map((TableName) => client.send(new DeleteTableCommand({ TableName }))));
  await createTables(client, table);
  return {
    table,
    meter,
    store,
    async clear() {
      await drop();
      await createTables(client, table);
    },
    async stop() {
      await drop();
      client.destroy();
    },
  };
}

async function openForWorker() {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-test-"));
  const { YIGONG_TEST_DYNAMODB_ENDPOINT: endpoint, ...env } = process.env;
  const store = await openStore({ dataDir, env: { ...env, AWS_ENDPOINT_URL_DYNAMODB: endpoint }, log: () => {} });
  return { store, dataDir };
}

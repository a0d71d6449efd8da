import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { type ClientOptions, documentClient, type Meter, newMeter, type Table } from "@yigong/core/lib/table.ts";
import { type LocalStore, openStore } from "@yigong/local/store/store.ts";
import { createTables } from "@yigong/local/store/tables.ts";

/** A pair of empty tables for one test or one suite. */
export interface TestTable {
  table: Table;
  meter: Meter;
  /** The store beneath, for tests that start more clients of it. */
  store: LocalStore;
  /** Drops the tables. */
  stop(): Promise<void>;
}

let opened: Promise<LocalStore> | undefined;

/**
 * Opens a fresh pair of tables: on the DynamoDB at `YIGONG_TEST_DYNAMODB_ENDPOINT` when it is set,
 * else on one dynoxide for each worker of the test run, which ends with the worker.
 */
export async function testTable(options: Pick<ClientOptions, "random" | "pause"> = {}): Promise<TestTable> {
  opened ??= openForWorker();
  const store = await opened;
  const meter = newMeter();
  const client = documentClient({ ...options, config: store.config, dropAutoToken: store.dropAutoToken, meter });
  const name = randomBytes(6).toString("hex");
  const table = { client, alliance: `Alliance-${name}`, ledger: `Ledger-${name}` };
  await createTables(client, table);
  return {
    table,
    meter,
    store,
    async stop() {
      await Promise.all(
        [table.alliance, table.ledger].map((TableName) => client.send(new DeleteTableCommand({ TableName }))),
      );
      client.destroy();
    },
  };
}

async function openForWorker(): Promise<LocalStore> {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-test-"));
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  const { YIGONG_TEST_DYNAMODB_ENDPOINT: endpoint, ...env } = process.env;
  return openStore({ dataDir, env: { ...env, AWS_ENDPOINT_URL_DYNAMODB: endpoint }, log: () => {} });
}

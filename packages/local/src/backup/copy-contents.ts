import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { localClient } from "@yigong/core/lib/direct-client.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { openStore } from "../store/store.ts";
import { TABLE_NAMES } from "../store/tables.ts";
import { ledgerState } from "../transfer/ledger-state.ts";
import { itemsOf } from "../transfer/table-items.ts";
import { openTally } from "../transfer/tally.ts";
import type { Copy } from "./copy-manifest.ts";

export type CopyContents = Pick<Copy, "name" | "alliance" | "ledger" | "points">;

/** What the store's program leaves beside its database; the lock belongs to who has it open. */
const BESIDE = ["store.lock", "store.run.json", "dynamo.db-wal", "dynamo.db-shm"];

/** @throws `backup.damaged` */
function requireSound(storeDir: string): void {
  const database = new DatabaseSync(join(storeDir, "dynamo.db"));
  try {
    const { quick_check: found } = database.prepare("PRAGMA quick_check").get() as { quick_check: string };
    if (found === "ok") return;
    throw new Refusal(
      "unavailable",
      "backup.damaged",
      `存储的数据库已损坏 / The store's database is damaged: ${found}`,
    );
  } finally {
    database.close();
  }
}

/** Opens a store that no machine has open, and closes it whatever happens. */
export async function withStore<Answer>(
  storeDir: string,
  env: Record<string, string | undefined>,
  act: (table: Table) => Promise<Answer>,
): Promise<Answer> {
  const own = { ...env, AWS_ENDPOINT_URL_DYNAMODB: undefined };
  const store = await openStore({ dataDir: storeDir, env: own, log: () => {} });
  const client = localClient({ config: store.config, dropAutoToken: store.dropAutoToken });
  try {
    return await act({ client, ...TABLE_NAMES });
  } finally {
    client.destroy();
    await store.stop();
  }
}

async function tallied({ client, ...names }: Table, which: "alliance" | "ledger", signal: AbortSignal) {
  const tally = openTally();
  for await (const item of itemsOf(client, names[which])) {
    signal.throwIfAborted();
    tally.add(item);
  }
  return tally.contents();
}

/** Counts and digests of the rows, and the ledger computed again. @throws `transfer.ledger_broken` */
export const contentsOf = async (table: Table, signal: AbortSignal): Promise<CopyContents> => ({
  name: (await dynamoSettings(table, DEFAULTS).get()).name,
  alliance: await tallied(table, "alliance", signal),
  ledger: await tallied(table, "ledger", signal),
  points: await ledgerState(table, async () => signal.throwIfAborted()),
});

/**
 * What is in the store of a copy. The store's folder has two files as before: the database and the record of its kind.
 *
 * @throws `backup.damaged`, `transfer.ledger_broken`
 */
export async function readContents(
  storeDir: string,
  { env, signal }: { env: Record<string, string | undefined>; signal: AbortSignal },
): Promise<CopyContents> {
  requireSound(storeDir);
  const contents = await withStore(storeDir, env, (table) => contentsOf(table, signal));
  // Ends the WAL, so that the database is one file.
  requireSound(storeDir);
  for (const name of BESIDE) await rm(join(storeDir, name), { force: true });
  return contents;
}

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { localClient } from "@yigong/core/lib/direct-client.ts";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { markMoved } from "../data-directory/moved-marker.ts";
import { readSecrets } from "../data-directory/secrets.ts";
import { openStore } from "../store/store.ts";
import { TABLE_NAMES } from "../store/tables.ts";
import { lockDataDirectory } from "./exclusive-lock.ts";
import { writeExport } from "./export.ts";
import type { Manifest } from "./manifest.ts";
import { writeSecrets } from "./secrets-file.ts";

export interface ExportOptions {
  dataDir: string;
  to: string;
  /** Close the data directory once the export is complete. */
  final: boolean;
  /** Also write the secrets, to a file of their own. */
  secrets: boolean;
  env: Record<string, string | undefined>;
  /** The machine's clock, ISO-8601 UTC. */
  now: () => string;
  log: (line: string) => void;
}

export interface Exported {
  manifest: Manifest;
  folder: string;
  secretsPath?: string;
}

/**
 * Exports a data directory, under its exclusive lock.
 *
 * @throws `transfer.no_data`, `transfer.in_use`, `transfer.unfinished`, `transfer.folder_in_use`,
 * `transfer.ledger_broken`, `store.locked` and what else `openStore` throws
 */
export async function exportMachine(options: ExportOptions): Promise<Exported> {
  const { dataDir, env, log, final } = options;
  const folder = resolve(options.to);
  const lock = lockDataDirectory(dataDir);
  try {
    const store = await openStore({ dataDir: join(dataDir, "store"), env, log });
    const client = localClient({ config: store.config, dropAutoToken: store.dropAutoToken });
    try {
      const table = { client, ...TABLE_NAMES };
      const settings = await dynamoSettings(table, DEFAULTS).get();
      const filesDir = join(dataDir, "files");
      const source = { kind: "machine", dataDir } as const;
      const manifest = await writeExport({ table, filesDir, to: folder, settings, source, final, at: options.now() });
      const given = options.secrets && existsSync(join(dataDir, "secrets.json"));
      const secretsPath = given ? writeSecrets(folder, readSecrets(dataDir)) : undefined;
      if (final) markMoved(dataDir, { at: manifest.at, to: folder });
      return { manifest, folder, ...(secretsPath ? { secretsPath } : {}) };
    } finally {
      client.destroy();
      await store.stop();
    }
  } finally {
    lock.release();
  }
}

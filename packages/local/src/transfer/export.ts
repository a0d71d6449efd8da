import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Settings } from "@yigong/core/organization/organization.ts";
import { copyFiles } from "./copy-files.ts";
import { requireImported } from "./import-lease.ts";
import { lineOf } from "./item.ts";
import { openLines } from "./jsonl-file.ts";
import { ledgerState } from "./ledger-state.ts";
import { FORMAT, type LineFileName, type Manifest, type Source } from "./manifest.ts";
import { leftBehind } from "./row-kind.ts";
import { itemsOf } from "./table-items.ts";
import { type Contents, openTally } from "./tally.ts";

export interface Exporting {
  table: Table;
  /** Where the files are that people gave, when they go along. */
  filesDir: string | undefined;
  /** A folder that is not there yet, or empty. */
  to: string;
  settings: Pick<Settings, "name" | "zone">;
  source: Source;
  final: boolean;
  /** ISO-8601 UTC. */
  at: string;
}

function openFolder(to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  if (readdirSync(to).length === 0) return;
  throw new Refusal("conflict", "transfer.folder_in_use", `${to} is not empty. Name a folder that is not there yet.`);
}

/** Writes a table's items to a file, but for those that stay behind. */
async function writeTable({ table, to }: Exporting, which: "alliance" | "ledger", stays: Map<string, number>) {
  const file = openLines(join(to, `${which}.jsonl` satisfies LineFileName));
  const tally = openTally();
  for await (const item of itemsOf(table.client, table[which])) {
    const why = leftBehind(item);
    if (why === undefined) {
      await file.write(lineOf(item));
      tally.add(item);
    } else stays.set(why, (stays.get(why) ?? 0) + 1);
  }
  return { sum: await file.end(), contents: tally.contents() };
}

/**
 * Reads the tables once more: nothing holds those of a deployed installation still.
 *
 * @throws `transfer.changed`
 */
async function requireStill({ table }: Exporting, written: { alliance: Contents; ledger: Contents }): Promise<void> {
  for (const which of ["alliance", "ledger"] as const) {
    const tally = openTally();
    for await (const item of itemsOf(table.client, table[which])) if (leftBehind(item) === undefined) tally.add(item);
    if (isDeepStrictEqual(tally.contents(), written[which])) continue;
    const message = `导出期间有人写入 ${table[which]} / ${table[which]} was written to while it was read: stop the installation first, or export a restored point in time.`;
    throw new Refusal("conflict", "transfer.changed", message);
  }
}

/**
 * Writes an installation into a folder. Nobody else may write to its tables meanwhile.
 *
 * The manifest comes last and in one step: what a kill leaves is not taken for an export.
 * @throws `transfer.unfinished`, `transfer.folder_in_use`, `transfer.ledger_broken`, `transfer.changed`
 */
export async function writeExport(exporting: Exporting): Promise<Manifest> {
  const { table, to, filesDir, settings, source, final, at } = exporting;
  await requireImported(table);
  openFolder(to);
  const stays = new Map<string, number>();
  const alliance = await writeTable(exporting, "alliance", stays);
  const ledger = await writeTable(exporting, "ledger", stays);
  const files = await copyFiles(filesDir, to);
  const points = await ledgerState(table);
  if (source.kind === "tables") await requireStill(exporting, { alliance: alliance.contents, ledger: ledger.contents });
  const manifest: Manifest = {
    format: FORMAT,
    at,
    source,
    final,
    name: settings.name,
    zone: settings.zone,
    sums: { "alliance.jsonl": alliance.sum, "ledger.jsonl": ledger.sum, "files.jsonl": files.sum },
    alliance: alliance.contents,
    ledger: ledger.contents,
    points,
    files: files.total,
    leftBehind: Object.fromEntries([...stays].sort()),
  };
  const path = join(to, "manifest.json");
  writeFileSync(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return manifest;
}

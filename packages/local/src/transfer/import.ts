import type { Files } from "@yigong/application/ports/files.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { bytesOf, filesIn, itemsIn, requireWhole, type SplitContents } from "./export-folder.ts";
import { acquireLease, type Lease } from "./import-lease.ts";
import { type Definitions, importLiveRow, type LiveImport } from "./import-live-rows.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { putNew } from "./put-item.ts";
import { type Check, isSame, type Report } from "./report.ts";
import { isLiveRow, kindOf, LIVE_KINDS, WRITE_PASSES, writePassOf } from "./row-kind.ts";
import { verifyCopy } from "./verify-copy.ts";
import { verifyLiveRows } from "./verify-live-rows.ts";

export interface Importing {
  from: string;
  table: Table;
  /** Target of the files; required when the export has some. */
  files: Files | undefined;
  definitions: Definitions;
  /** Continue an import that was killed. */
  resume: boolean;
  now: () => string;
  /** Unique per process and call. */
  owner: string;
  pause: (milliseconds: number) => Promise<void>;
  log: (line: string) => void;
}

const WRITES_AT_ONCE = 32;
const FILES_AT_ONCE = 4;

async function* chosen<Item>(items: AsyncIterable<Item>, of: (item: Item) => boolean): AsyncGenerator<Item> {
  for await (const item of items) if (of(item)) yield item;
}

async function copyRows({ from, table }: Importing, { beat }: Lease): Promise<void> {
  for (const which of ["ledger", "alliance"] as const)
    for (const pass of WRITE_PASSES) {
      const items = chosen(itemsIn(from, which), (item) => !isLiveRow(item) && writePassOf(item) === pass);
      await inParallel(items, WRITES_AT_ONCE, async (item) => {
        await putNew(table, table[which], item);
        await beat();
      });
    }
}

async function copyFiles({ from, files }: Importing, { beat }: Lease): Promise<void> {
  await inParallel(filesIn(from), FILES_AT_ONCE, async (file) => {
    if ((await files?.size(file.key)) !== file.bytes)
      await files?.write(file.key, await bytesOf(from, file), file.type);
    await beat();
  });
}

/** Runs after all other rows were copied and compared: from here on the target's jobs and executions start. */
async function importLiveRows({ from }: Importing, live: LiveImport, { beat }: Lease): Promise<void> {
  for (const kind of LIVE_KINDS)
    await inParallel(
      chosen(itemsIn(from, "alliance"), (item) => kindOf(item) === kind),
      WRITES_AT_ONCE,
      async (item) => {
        await importLiveRow(live, item);
        await beat();
      },
    );
}

const allSame = (checks: readonly Check[]): boolean => checks.every(isSame);
const alreadyCompared: Check = {
  what: "行、账本与文件 rows, ledger and files",
  expected: "已核对 compared before",
  found: "已核对 compared before",
};

async function copy(importing: Importing, lease: Lease, { manifest, contents }: Whole): Promise<Check[]> {
  const { from, table, files, log } = importing;
  const inert = { alliance: contents.alliance.inert, ledger: contents.ledger.inert };
  log(`写入 ${inert.alliance.items + inert.ledger.items} 条 / writing the items`);
  await copyRows(importing, lease);
  await copyFiles(importing, lease);
  log("核对 / comparing");
  return verifyCopy({ from, manifest, inert, table, files, beat: lease.beat });
}

interface Whole {
  manifest: Manifest;
  contents: { alliance: SplitContents; ledger: SplitContents };
}

async function carryOut(importing: Importing, lease: Lease, whole: Whole): Promise<Report> {
  const { table, definitions, from, now, log } = importing;
  const live: LiveImport = { table, definitions, at: lease.at };
  if (lease.phase === "done") return { done: true, checks: [] };
  const copied = lease.phase === "copying" ? await copy(importing, lease, whole) : [alreadyCompared];
  // Renews the lease before a difference is reported: after a takeover it would be the other process's progress.
  await lease.reach(allSame(copied) ? "living" : "copying");
  if (!allSame(copied)) return { done: false, checks: copied };
  log("重新发起执行 / issuing executions again");
  await importLiveRows(importing, live, lease);
  const checks = [...copied, ...(await verifyLiveRows({ live, from, beat: lease.beat, now }))];
  const done = allSame(checks);
  if (done) await lease.reach("done");
  return { done, checks };
}

/**
 * Imports an export into two empty tables, or continues the same import after a kill.
 *
 * Rows, ledger and files are copied and compared with the export. Only when they are equal, activities, award runs and
 * effects follow, each open one with the start of a new execution. No existing item is ever overwritten.
 * @throws `transfer.no_export`, `transfer.other_format`, `transfer.tampered`, `transfer.no_bucket`,
 * `transfer.not_empty`, `transfer.other_import`, `transfer.begun`, `transfer.running`, `transfer.differs`,
 * `transfer.ledger_broken`
 */
export async function importFolder(importing: Importing): Promise<Report> {
  const { from, table, files, resume, owner, pause, now } = importing;
  const { manifest, sha256 } = readManifest(from);
  const contents = await requireWhole(from, manifest);
  if (manifest.files.count > 0 && !files)
    throw new Refusal(
      "invalid",
      "transfer.no_bucket",
      `导出中有 ${manifest.files.count} 个文件 / The export has files: name a bucket.`,
    );
  const lease = await acquireLease({ table, manifest: sha256, at: now(), resume, owner, pause });
  try {
    return await carryOut(importing, lease, { manifest, contents });
  } finally {
    await lease.release();
  }
}

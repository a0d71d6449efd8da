import type { Files } from "@yigong/application/ports/files.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { bytesOf, filesIn, itemsIn, type Parts, requireWhole } from "./export-folder.ts";
import { type Held, takeTables } from "./import-lease.ts";
import { type Arrival, arrive, type Definitions } from "./import-live-rows.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { putNew } from "./put-item.ts";
import { type Check, isSame, type Report } from "./report.ts";
import { isLiving, kindOf, LIVING, TURNS, turnOf } from "./row-kind.ts";
import { verifyCopy } from "./verify-copy.ts";
import { verifyLife } from "./verify-live-rows.ts";

export interface Importing {
  from: string;
  table: Table;
  /** Where files go; needed when the export has some. */
  files: Files | undefined;
  definitions: Definitions;
  /** Go on with an import that was killed. */
  resume: boolean;
  now: () => string;
  /** Another text for each call of this function. */
  owner: string;
  pause: (milliseconds: number) => Promise<void>;
  log: (line: string) => void;
}

const WRITES_AT_ONCE = 32;
const FILES_AT_ONCE = 4;

async function* chosen<Item>(items: AsyncIterable<Item>, of: (item: Item) => boolean): AsyncGenerator<Item> {
  for await (const item of items) if (of(item)) yield item;
}

async function copyRows({ from, table }: Importing, { beat }: Held): Promise<void> {
  for (const which of ["ledger", "alliance"] as const)
    for (const turn of TURNS) {
      const items = chosen(itemsIn(from, which), (item) => !isLiving(item) && turnOf(item) === turn);
      await inParallel(items, WRITES_AT_ONCE, async (item) => {
        await putNew(table, table[which], item);
        await beat();
      });
    }
}

async function copyFiles({ from, files }: Importing, { beat }: Held): Promise<void> {
  await inParallel(filesIn(from), FILES_AT_ONCE, async (file) => {
    if ((await files?.size(file.key)) !== file.bytes)
      await files?.write(file.key, await bytesOf(from, file), file.type);
    await beat();
  });
}

/** What is at rest comes first and is compared; only then comes what sets the installation going. */
async function enliven({ from }: Importing, arrival: Arrival, { beat }: Held): Promise<void> {
  for (const kind of LIVING)
    await inParallel(
      chosen(itemsIn(from, "alliance"), (item) => kindOf(item) === kind),
      WRITES_AT_ONCE,
      async (item) => {
        await arrive(arrival, item);
        await beat();
      },
    );
}

const alright = (checks: readonly Check[]): boolean => checks.every(isSame);
const comparedBefore: Check = {
  what: "行、账本与文件 rows, ledger and files",
  expected: "已核对 compared before",
  found: "已核对 compared before",
};

async function copy(importing: Importing, held: Held, { manifest, parts }: Whole): Promise<Check[]> {
  const { from, table, files, log } = importing;
  const resting = { alliance: parts.alliance.resting, ledger: parts.ledger.resting };
  log(`写入 ${resting.alliance.items + resting.ledger.items} 条 / writing the items`);
  await copyRows(importing, held);
  await copyFiles(importing, held);
  log("核对 / comparing");
  return verifyCopy({ from, manifest, resting, table, files, beat: held.beat });
}

interface Whole {
  manifest: Manifest;
  parts: { alliance: Parts; ledger: Parts };
}

async function carryOut(importing: Importing, held: Held, whole: Whole): Promise<Report> {
  const { table, definitions, from, now, log } = importing;
  const arrival: Arrival = { table, definitions, at: held.at };
  if (held.phase === "done") return { done: true, checks: [] };
  const copied = held.phase === "copying" ? await copy(importing, held, whole) : [comparedBefore];
  // Also what differs is said only by whoever still has the tables: another one may have gone on with them.
  await held.reach(alright(copied) ? "living" : "copying");
  if (!alright(copied)) return { done: false, checks: copied };
  log("重新发起执行 / issuing executions again");
  await enliven(importing, arrival, held);
  const checks = [...copied, ...(await verifyLife({ arrival, from, beat: held.beat, now }))];
  const done = alright(checks);
  if (done) await held.reach("done");
  return { done, checks };
}

/**
 * Imports an export into two empty tables, or goes on with the same import after a kill.
 *
 * Rows, ledger and files are copied and compared with the export; only when they are the same do activities, award runs
 * and effects follow, each open one with the start of a fresh execution. Nothing is ever overwritten.
 * @throws `transfer.no_export`, `transfer.other_format`, `transfer.tampered`, `transfer.no_bucket`,
 * `transfer.not_empty`, `transfer.other_import`, `transfer.begun`, `transfer.running`, `transfer.differs`,
 * `transfer.ledger_broken`
 */
export async function importFolder(importing: Importing): Promise<Report> {
  const { from, table, files, resume, owner, pause, now } = importing;
  const { manifest, sha256 } = readManifest(from);
  const parts = await requireWhole(from, manifest);
  if (manifest.files.count > 0 && !files)
    throw new Refusal(
      "invalid",
      "transfer.no_bucket",
      `导出中有 ${manifest.files.count} 个文件 / The export has files: name a bucket.`,
    );
  const held = await takeTables({ table, manifest: sha256, at: now(), resume, owner, pause });
  try {
    return await carryOut(importing, held, { manifest, parts });
  } finally {
    await held.letGo();
  }
}

import type { Files } from "@yigong/application/ports/files.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import { sumOf } from "./copy-files.ts";
import { filesIn } from "./export-folder.ts";
import { isMarker } from "./import-lease.ts";
import { type LedgerState, ledgerState } from "./ledger-state.ts";
import type { Manifest } from "./manifest.ts";
import { type Check, counted } from "./report.ts";
import { itemsOf } from "./table-items.ts";
import { type Contents, type Kinds, openTally } from "./tally.ts";

export interface Copied {
  from: string;
  manifest: Manifest;
  /** Expected contents of the two tables before the live rows are imported. */
  inert: { alliance: Contents; ledger: Contents };
  table: Table;
  files: Files | undefined;
  beat: () => Promise<void>;
}

async function contentsOf({ table, beat }: Copied, name: string): Promise<Contents> {
  const tally = openTally();
  for await (const item of itemsOf(table.client, name)) {
    if (!isMarker(item)) tally.add(item);
    await beat();
  }
  return tally.contents();
}

/** Number of kinds, with those that differ. */
function kindsAsText(own: Kinds, other: Kinds): string {
  const names = [...new Set([...Object.keys(own), ...Object.keys(other)])].sort();
  const differing = names.filter((kind) => own[kind]?.digest !== other[kind]?.digest);
  const shown = differing.map((kind) => `${kind} ${own[kind]?.count ?? 0} (${own[kind]?.digest.slice(0, 8) ?? "-"})`);
  return [`${names.length - differing.length} kinds`, ...shown].join(", ");
}

const tableChecks = (name: string, expected: Contents, found: Contents): Check[] => [
  { what: `${name} 条数 items`, expected: String(expected.items), found: String(found.items) },
  {
    what: `${name} 各类内容 content by kind`,
    expected: kindsAsText(expected.kinds, found.kinds),
    found: kindsAsText(found.kinds, expected.kinds),
  },
];

const pointsAsText = ({ points }: LedgerState): string =>
  Object.entries(points)
    .map(([year, sum]) => `${year}: ${decimal(sum)}`)
    .join(", ") || "0.00";
const chainsAsText = ({ accounts, entries, heads }: LedgerState): string =>
  `${accounts} accounts, ${entries} entries, heads ${heads.slice(0, 16)}`;
const rootsAsText = ({ roots, lastRoot }: LedgerState): string =>
  lastRoot ? `${roots}, last ${lastRoot.slice(0, 16)}` : "0";

const ledgerChecks = (expected: LedgerState, found: LedgerState): Check[] => [
  { what: "链（逐条重算） chains, computed again", expected: chainsAsText(expected), found: chainsAsText(found) },
  { what: "积分余额 balances", expected: pointsAsText(expected), found: pointsAsText(found) },
  { what: "日根 roots", expected: rootsAsText(expected), found: rootsAsText(found) },
];

/** Concurrent reads; each file is in memory as a whole. */
const FILES_AT_ONCE = 4;

async function filesCheck({ from, manifest, files, beat }: Copied): Promise<Check> {
  const found = { files: 0, bytes: 0 };
  await inParallel(filesIn(from), FILES_AT_ONCE, async ({ key, sha256, bytes }) => {
    const read = await files?.read(key);
    await beat();
    if (!read || sumOf(read).sha256 !== sha256) return;
    found.files += 1;
    found.bytes += bytes;
  });
  const { count, bytes } = manifest.files;
  return { what: "文件 files", expected: counted({ files: count, bytes }), found: counted(found) };
}

/** Compares the copied items and files with the export, and recomputes the ledger. @throws `transfer.ledger_broken` */
export async function verifyCopy(copied: Copied): Promise<Check[]> {
  const { table, inert, manifest, beat } = copied;
  const alliance = await contentsOf(copied, table.alliance);
  const ledger = await contentsOf(copied, table.ledger);
  return [
    ...tableChecks("Alliance", inert.alliance, alliance),
    ...tableChecks("Ledger", inert.ledger, ledger),
    ...ledgerChecks(manifest.points, await ledgerState(table, beat)),
    await filesCheck(copied),
  ];
}

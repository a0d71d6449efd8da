import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { isKey } from "../files/directory.ts";
import { sumOf } from "./copy-files.ts";
import { type Item, itemOf } from "./item.ts";
import { linesIn, type Sum } from "./jsonl-file.ts";
import { FileLine, LINE_FILES, type LineFileName, type Manifest } from "./manifest.ts";
import { isLiving } from "./row-kind.ts";
import { type Contents, openTally } from "./tally.ts";

const tampered = (what: string, cause?: unknown) =>
  new Refusal("invalid", "transfer.tampered", `${what} is not what the manifest says. Nothing was imported.`, {
    cause,
  });

const same = (a: Sum, b: Sum): boolean => a.bytes === b.bytes && a.sha256 === b.sha256;

/** The items of one of the two tables. */
export async function* itemsIn(from: string, which: "alliance" | "ledger"): AsyncGenerator<Item> {
  for await (const line of linesIn(join(from, `${which}.jsonl`))) yield itemOf(line);
}

/** The files of an export. */
export async function* filesIn(from: string): AsyncGenerator<FileLine> {
  for await (const line of linesIn(join(from, "files.jsonl"))) yield FileLine.parse(JSON.parse(line));
}

/** The bytes of one file. @throws `transfer.tampered` */
export async function bytesOf(from: string, { key, ...sum }: FileLine): Promise<Uint8Array> {
  const bytes = isKey(key) && (await readFile(join(from, "files", ...key.split("/"))).catch(() => undefined));
  if (!bytes || !same(sumOf(bytes), sum)) throw tampered(`files/${key}`);
  return bytes;
}

async function requireSum(from: string, name: LineFileName, { sums }: Manifest): Promise<void> {
  const lines = linesIn(join(from, name));
  try {
    let step = await lines.next();
    while (!step.done) step = await lines.next();
    if (same(step.value, sums[name])) return;
  } catch (error) {
    throw tampered(name, error);
  }
  throw tampered(name);
}

/** What the items of a table come to, apart those by which an installation comes to life. */
export interface Parts {
  resting: Contents;
  living: Contents;
}

async function partsOf(from: string, which: "alliance" | "ledger", said: Contents): Promise<Parts> {
  const [all, resting, living] = [openTally(), openTally(), openTally()];
  for await (const item of itemsIn(from, which))
    for (const tally of [all, isLiving(item) ? living : resting]) tally.add(item);
  if (JSON.stringify(all.contents()) !== JSON.stringify(said)) throw tampered(`what ${which}.jsonl comes to`);
  return { resting: resting.contents(), living: living.contents() };
}

/**
 * Reads an export through before anything of it is used.
 *
 * @throws `transfer.tampered` when a file is missing or is not what the manifest says
 */
export async function requireWhole(from: string, manifest: Manifest): Promise<{ alliance: Parts; ledger: Parts }> {
  for (const name of LINE_FILES) await requireSum(from, name, manifest);
  const total = { count: 0, bytes: 0 };
  for await (const file of filesIn(from)) {
    await bytesOf(from, file);
    total.count += 1;
    total.bytes += file.bytes;
  }
  if (total.count !== manifest.files.count || total.bytes !== manifest.files.bytes) throw tampered("files.jsonl");
  return {
    alliance: await partsOf(from, "alliance", manifest.alliance),
    ledger: await partsOf(from, "ledger", manifest.ledger),
  };
}

import { chmod, copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { reissue as reissueRun } from "@yigong/application/award/reissue-run.ts";
import { reissue } from "@yigong/application/lifecycle/reissue-execution.ts";
import { dynamoAwards } from "@yigong/core/award/award.store.ts";
import * as Run from "@yigong/core/award/run.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoLifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import type { Definitions } from "../transfer/import-live-rows.ts";
import { counted } from "../transfer/report.ts";
import { kindOf } from "../transfer/row-kind.ts";
import { itemsOf } from "../transfer/table-items.ts";
import { lifecycleIn, runIn } from "../transfer/tally.ts";
import { contentsOf, withStore } from "./copy-contents.ts";
import { type Copy, readCopy } from "./copy-manifest.ts";
import { sumOfFile } from "./copy-uploads.ts";
import { freeBytes, requireSpace } from "./free-space.ts";
import { beginRestore, endRestore, writeSentBefore } from "./restored.ts";
import { sentSince } from "./sent-journal.ts";

export interface Restoring {
  /** A whole copy. */
  from: string;
  /** A folder that is not there yet, or an empty one. */
  to: string;
  definitions: Definitions;
  env: Record<string, string | undefined>;
  /** ISO-8601 UTC. */
  now: () => string;
  free?: (directory: string) => Promise<number>;
}

export interface Restored {
  copy: Copy;
  /** Open activities and award runs, each with the start of a new execution. */
  reissued: number;
  /** How many messages are known to have gone out since the copy; undefined when nothing is known of it. */
  sent: number | undefined;
}

const refuse = (kind: "conflict" | "invalid", code: string, message: string) =>
  new Refusal(kind, `restore.${code}`, message);

async function openEmpty(to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  if ((await readdir(to)).length === 0) return await chmod(to, 0o700);
  throw refuse(
    "conflict",
    "folder_in_use",
    `${to} 不是空目录，未写入。请另选一个 / ${to} is not empty, and nothing was written. Name a folder that is not there yet.`,
  );
}

/** A name that leads out of the copy would be of another's making. */
const isInside = (name: string): boolean =>
  name.split("/").every((part) => /^[\w.-]+$/.test(part) && part !== "." && part !== "..");

/** @throws `restore.tampered` before anything is written */
async function requireWhole(from: string, { sums }: Copy): Promise<void> {
  for (const [name, sum] of Object.entries(sums)) {
    const found = isInside(name) && (await sumOfFile(join(from, ...name.split("/"))).catch(() => undefined));
    if (found && isDeepStrictEqual(found, sum)) continue;
    throw refuse(
      "invalid",
      "tampered",
      `${name} 与备份记录不符，未恢复。请用另一份备份 / ${name} is not what the copy's record says. Nothing was restored: take another copy.`,
    );
  }
}

async function copyBack(from: string, to: string, { sums }: Copy): Promise<void> {
  for (const name of Object.keys(sums)) {
    const path = join(to, ...name.split("/"));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await copyFile(join(from, ...name.split("/")), path);
    await chmod(path, 0o600);
  }
}

function requireSame(copy: Copy, found: Pick<Copy, "alliance" | "ledger" | "points">): void {
  for (const part of ["alliance", "ledger", "points"] as const) {
    if (isDeepStrictEqual(found[part], copy[part])) continue;
    throw refuse(
      "invalid",
      "differs",
      `恢复后 ${part} 与备份记录不符 / What was restored of ${part} is not what the copy's record says.`,
    );
  }
}

/** The engine's copy is not of the same instant as the rows, so that each open row gets an execution of a new generation. */
async function reissueAll(table: Table, { definitions, now }: Restoring): Promise<number> {
  const [lifecycles, awards, at] = [dynamoLifecycles(table), dynamoAwards(table), now()];
  const open: (() => Promise<unknown>)[] = [];
  for await (const item of itemsOf(table.client, table.alliance)) {
    if (kindOf(item) === "lifecycle" && !Lifecycle.isOver(lifecycleIn(item))) {
      const next = { at, definition: definitions.activityLifecycle };
      open.push(() => lifecycles.change(lifecycleIn(item).activityId, at, (row) => reissue(row, next)));
    }
    if (kindOf(item) === "awardRun" && !Run.isOver(runIn(item))) {
      const { year, run } = runIn(item);
      open.push(() =>
        awards.change({ year, run }, at, (row) => reissueRun(row, { at, definition: definitions.awardRun })),
      );
    }
  }
  for (const act of open) await act();
  return open.length;
}

/**
 * Restores a copy into an empty folder, which is then a machine's data directory: `npm start` goes on with it.
 *
 * Sums, counts and chains are compared with the copy's record. What the machine before sent since the copy is taken from
 * the journal beside the copies and not sent again.
 * @throws `backup.no_copy`, `backup.other_format`, `backup.no_space`, `restore.tampered`, `restore.folder_in_use`,
 * `restore.differs`, `transfer.ledger_broken`
 */
export async function restoreCopy(restoring: Restoring): Promise<Restored> {
  const { env, free = freeBytes } = restoring;
  const [from, to] = [resolve(restoring.from), resolve(restoring.to)];
  const copy = readCopy(from);
  await requireWhole(from, copy);
  await openEmpty(to);
  await requireSpace(
    Object.values(copy.sums).reduce((sum, { bytes }) => sum + bytes, 0),
    to,
    free,
  );
  beginRestore(to);
  await copyBack(from, to, copy);
  const reissued = await withStore(join(to, "store"), env, async (table) => {
    requireSame(copy, await contentsOf(table, new AbortController().signal));
    return await reissueAll(table, restoring);
  });
  const sent = await sentSince(dirname(from), copy.at);
  if (sent) writeSentBefore(to, sent);
  await endRestore(to);
  return { copy, reissued, sent: sent?.length };
}

/** What a restore has come to, line by line, in Chinese and English. */
export function restoredLines({ copy, reissued, sent }: Restored, to: string): string[] {
  const { alliance, ledger, points } = copy;
  return [
    `已恢复 / restored: ${copy.name}  ${copy.at} → ${to}`,
    `  条数 items: ${alliance.items} Alliance, ${ledger.items} Ledger   一致 the same`,
    `  活动 activities: ${counted(alliance.activities)}   重新发起的执行 executions issued again: ${reissued}`,
    `  账本 ledger: ${points.accounts} accounts, ${points.entries} entries, ${points.roots} roots, all computed again`,
    sent === undefined
      ? "  注意 / note: 备份旁没有已发记录，备份之后发出的消息可能再发一次 / there is no journal beside the copies: what was sent after the copy may be sent once more."
      : `  已发记录 sent since the copy, not to be sent again: ${sent}`,
    `  启动 / start it: YIGONG_DATA=${to} npm start   原服务不可再启动 / never start the old one beside it: both would send.`,
    "  备份之后的删除须再做一次 / What was erased after the copy must be erased again.",
  ];
}

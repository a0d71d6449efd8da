import * as Run from "@yigong/core/award/run.ts";
import { documentIn } from "@yigong/core/lib/document-text.ts";
import { batchGet } from "@yigong/core/lib/table.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { itemsIn } from "./export-folder.ts";
import { type LiveImport, versionAfterImport } from "./import-live-rows.ts";
import { type Item, plainOf } from "./item.ts";
import { type Check, counted } from "./report.ts";
import { isLiveRow, kindOf } from "./row-kind.ts";
import { lifecycleIn, runIn } from "./tally.ts";

interface Counts {
  expected: Record<string, number>;
  found: Record<string, number>;
}

interface Found {
  activities: Counts;
  awardRuns: Counts;
  /** Open activities and runs. */
  open: number;
  /** Those of them with a new execution of the target's definition. */
  reissued: number;
  /** Rows that the target has changed since their import. */
  changedSince: number;
  /** ahead: not due yet, so not sent. due: possibly sent already. */
  effects: { ahead: Effects; due: Effects };
}

interface Effects {
  imported: number;
  waiting: number;
}

const AT_ONCE = 100;
/** Tolerated clock difference between the target and this machine. */
const SKEW_HOURS = 0.25;

async function* chunked(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let chunk: Item[] = [];
  for await (const item of items) {
    if (!isLiveRow(item)) continue;
    chunk.push(item);
    if (chunk.length < AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const add = (counts: Record<string, number>, status: string) => {
  counts[status] = (counts[status] ?? 0) + 1;
};

interface Row {
  status: string;
  generation: number;
  definition?: string | undefined;
}

/** Compares an activity or run. One that the target has changed since counts with its imported status. */
function compare(live: LiveImport, item: Item, existing: Record<string, unknown> | undefined, found: Found): void {
  const isActivity = kindOf(item) === "lifecycle";
  const row: Row = isActivity ? lifecycleIn(item) : runIn(item);
  const isOver = isActivity ? Lifecycle.isOver(lifecycleIn(item)) : Run.isOver(runIn(item));
  const { activityLifecycle, awardRun } = live.definitions;
  const counts = isActivity ? found.activities : found.awardRuns;
  add(counts.expected, row.status);
  if (!isOver) found.open += 1;
  if (!existing) return;
  const [version, expected] = [Number(existing.version), versionAfterImport(live, item)];
  const now = documentIn(existing.row) as Row;
  if (version > expected) found.changedSince += 1;
  if (version >= expected) add(counts.found, version > expected ? row.status : now.status);
  const fresh = now.generation > row.generation && now.definition === (isActivity ? activityLifecycle : awardRun);
  if (!isOver && fresh) found.reissued += 1;
}

/** Only due effects are sent, and only sent effects leave the table. */
function compareEffect(item: Item, isThere: boolean, { effects }: Found, at: string): void {
  const isAhead = (item.dueAt?.S ?? "") > plusHours(at, SKEW_HOURS);
  const counts = isAhead ? effects.ahead : effects.due;
  counts.imported += 1;
  if (isThere) counts.waiting += 1;
}

export interface LiveCheck {
  live: LiveImport;
  from: string;
  beat: () => Promise<void>;
  /** ISO-8601 UTC. */
  now: () => string;
}

async function countLiveRows({ live, from, beat, now }: LiveCheck): Promise<Found> {
  const { table } = live;
  const none = (): Counts => ({ expected: {}, found: {} });
  const effects = { ahead: { imported: 0, waiting: 0 }, due: { imported: 0, waiting: 0 } };
  const found: Found = { activities: none(), awardRuns: none(), open: 0, reissued: 0, changedSince: 0, effects };
  for await (const chunk of chunked(itemsIn(from, "alliance"))) {
    const keys = chunk.map(({ pk, sk }) => ({
      TableName: table.alliance,
      Key: { pk: pk && plainOf(pk), sk: sk && plainOf(sk) },
    }));
    const rows = await batchGet(table, keys, { consistent: true });
    const readAt = now();
    for (const [at, item] of chunk.entries())
      if (kindOf(item) === "outbox") compareEffect(item, rows[at] !== undefined, found, readAt);
      else compare(live, item, rows[at], found);
    await beat();
  }
  return found;
}

const sorted = (counts: Record<string, number>): string =>
  counted(Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Informative only: a due effect that is missing may have been sent or lost. */
const dueEffectsCheck = ({ imported, waiting }: Effects): Check => ({
  what: "已到期的待发 effects due by now",
  expected: undefined,
  found: `${waiting} 待发 waiting, ${imported - waiting} 不在（已发或丢失） gone, sent or lost`,
});

/**
 * Compares the imported live rows with the export: the status of each activity and run, the new execution of each open
 * one, and each effect that is not due yet.
 *
 * Changes that the target has made since are reported, but are not a difference.
 */
export async function verifyLiveRows(check: LiveCheck): Promise<Check[]> {
  const { activities, awardRuns, open, reissued, changedSince, effects } = await countLiveRows(check);
  const since = changedSince > 0 ? `（之后已继续 moved on since: ${changedSince}）` : "";
  return [
    {
      what: `活动所处阶段 activities by status${since}`,
      expected: sorted(activities.expected),
      found: sorted(activities.found),
    },
    { what: "评优 award runs by status", expected: sorted(awardRuns.expected), found: sorted(awardRuns.found) },
    { what: "重新发起的执行 executions issued again", expected: String(open), found: String(reissued) },
    {
      what: "未到期的待发 effects not due yet",
      expected: String(effects.ahead.imported),
      found: String(effects.ahead.waiting),
    },
    ...(effects.due.imported > 0 ? [dueEffectsCheck(effects.due)] : []),
  ];
}

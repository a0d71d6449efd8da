import * as Run from "@yigong/core/award/run.ts";
import { batchGet } from "@yigong/core/lib/table.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { itemsIn } from "./export-folder.ts";
import { type Arrival, versionAfter } from "./import-live-rows.ts";
import { type Item, plainOf } from "./item.ts";
import { type Check, counted } from "./report.ts";
import { isLiving, kindOf } from "./row-kind.ts";
import { lifecycleIn, runIn } from "./tally.ts";

interface Counts {
  expected: Record<string, number>;
  found: Record<string, number>;
}

interface Found {
  activities: Counts;
  awardRuns: Counts;
  /** Open ones, and those of them that have a fresh execution of the target's definition. */
  open: number;
  reissued: number;
  /** Rows that the target has changed since they arrived. */
  movedOn: number;
  /** Those that the target must not have sent yet, and those that it may have. */
  effects: { ahead: Effects; due: Effects };
}

interface Effects {
  carried: number;
  waiting: number;
}

const AT_ONCE = 100;
/** The target's clock may be so far ahead of ours. */
const SKEW_HOURS = 0.25;

async function* chunked(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let chunk: Item[] = [];
  for await (const item of items) {
    if (!isLiving(item)) continue;
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

/** Compares one activity or run. One that the target has moved on counts as it came. */
function compare(arrival: Arrival, item: Item, there: Record<string, unknown> | undefined, found: Found): void {
  const isActivity = kindOf(item) === "lifecycle";
  const row: Row = isActivity ? lifecycleIn(item) : runIn(item);
  const isOver = isActivity ? Lifecycle.isOver(lifecycleIn(item)) : Run.isOver(runIn(item));
  const { activityLifecycle, awardRun } = arrival.definitions;
  const counts = isActivity ? found.activities : found.awardRuns;
  add(counts.expected, row.status);
  if (!isOver) found.open += 1;
  if (!there) return;
  const [version, expected] = [Number(there.version), versionAfter(arrival, item)];
  const now = there.row as Row;
  if (version > expected) found.movedOn += 1;
  if (version >= expected) add(counts.found, version > expected ? row.status : now.status);
  const fresh = now.generation > row.generation && now.definition === (isActivity ? activityLifecycle : awardRun);
  if (!isOver && fresh) found.reissued += 1;
}

/** Only what is due is sent, and only what was sent leaves the table. */
function compareEffect(item: Item, isThere: boolean, { effects }: Found, at: string): void {
  const isAhead = (item.dueAt?.S ?? "") > plusHours(at, SKEW_HOURS);
  const counts = isAhead ? effects.ahead : effects.due;
  counts.carried += 1;
  if (isThere) counts.waiting += 1;
}

export interface Looking {
  arrival: Arrival;
  from: string;
  beat: () => Promise<void>;
  /** ISO-8601 UTC. */
  now: () => string;
}

async function look({ arrival, from, beat, now }: Looking): Promise<Found> {
  const { table } = arrival;
  const none = (): Counts => ({ expected: {}, found: {} });
  const effects = { ahead: { carried: 0, waiting: 0 }, due: { carried: 0, waiting: 0 } };
  const found: Found = { activities: none(), awardRuns: none(), open: 0, reissued: 0, movedOn: 0, effects };
  for await (const chunk of chunked(itemsIn(from, "alliance"))) {
    const keys = chunk.map(({ pk, sk }) => ({
      TableName: table.alliance,
      Key: { pk: pk && plainOf(pk), sk: sk && plainOf(sk) },
    }));
    const rows = await batchGet(table, keys, { consistent: true });
    const readAt = now();
    for (const [at, item] of chunk.entries())
      if (kindOf(item) === "outbox") compareEffect(item, rows[at] !== undefined, found, readAt);
      else compare(arrival, item, rows[at], found);
    await beat();
  }
  return found;
}

const sorted = (counts: Record<string, number>): string =>
  counted(Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))));

/** What nobody can compare: an effect that was due may have been sent, which looks as if it were lost. */
const toldOfDue = ({ carried, waiting }: Effects): Check => ({
  what: "已到期的待发 effects due by now",
  expected: undefined,
  found: `${waiting} 待发 waiting, ${carried - waiting} 不在（已发或丢失） gone, sent or lost`,
});

/**
 * Compares what came to life: each activity and run where it stood, each open one with a fresh execution, each effect
 * that is not due yet.
 *
 * The target may have gone on meanwhile; that is said, and no difference.
 */
export async function verifyLife(looking: Looking): Promise<Check[]> {
  const { activities, awardRuns, open, reissued, movedOn, effects } = await look(looking);
  const since = movedOn > 0 ? `（之后已继续 moved on since: ${movedOn}）` : "";
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
      expected: String(effects.ahead.carried),
      found: String(effects.ahead.waiting),
    },
    ...(effects.due.carried > 0 ? [toldOfDue(effects.due)] : []),
  ];
}

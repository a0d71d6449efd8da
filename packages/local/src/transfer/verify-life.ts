import * as Run from "@yigong/core/award/run.ts";
import { batchGet } from "@yigong/core/lib/table.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { type Arrival, versionAfter } from "./arrive.ts";
import { itemsIn } from "./folder.ts";
import { type Item, plainOf } from "./item.ts";
import { isLiving, kindOf } from "./kind.ts";
import { type Check, counted } from "./report.ts";
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
  effects: { carried: number; waiting: number };
}

const AT_ONCE = 100;

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

async function look(arrival: Arrival, from: string, beat: () => Promise<void>): Promise<Found> {
  const { table } = arrival;
  const none = (): Counts => ({ expected: {}, found: {} });
  const effects = { carried: 0, waiting: 0 };
  const found: Found = { activities: none(), awardRuns: none(), open: 0, reissued: 0, movedOn: 0, effects };
  for await (const chunk of chunked(itemsIn(from, "alliance"))) {
    const keys = chunk.map(({ pk, sk }) => ({
      TableName: table.alliance,
      Key: { pk: pk && plainOf(pk), sk: sk && plainOf(sk) },
    }));
    const rows = await batchGet(table, keys, { consistent: true });
    for (const [at, item] of chunk.entries()) {
      if (kindOf(item) !== "outbox") compare(arrival, item, rows[at], found);
      else {
        effects.carried += 1;
        if (rows[at]) effects.waiting += 1;
      }
    }
    await beat();
  }
  return found;
}

const sorted = (counts: Record<string, number>): string =>
  counted(Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))));

/**
 * Compares what came to life: each activity and run where it stood, each open one with a fresh execution.
 *
 * The target may have gone on meanwhile; that is said, and no difference.
 */
export async function verifyLife(arrival: Arrival, from: string, beat: () => Promise<void>): Promise<Check[]> {
  const { activities, awardRuns, open, reissued, movedOn, effects } = await look(arrival, from, beat);
  const since = movedOn > 0 ? `（之后已继续 moved on since: ${movedOn}）` : "";
  const sent = effects.carried - effects.waiting;
  const effectsFound = counted({ carried: effects.carried });
  return [
    {
      what: `活动所处阶段 activities by status${since}`,
      expected: sorted(activities.expected),
      found: sorted(activities.found),
    },
    { what: "评优 award runs by status", expected: sorted(awardRuns.expected), found: sorted(awardRuns.found) },
    { what: "重新发起的执行 executions issued again", expected: String(open), found: String(reissued) },
    {
      what: `待发 effects still to be sent${sent > 0 ? `（已发 sent since: ${sent}）` : ""}`,
      expected: effectsFound,
      found: effectsFound,
    },
  ];
}

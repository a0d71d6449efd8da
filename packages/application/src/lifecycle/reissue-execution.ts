import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Decision, Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { supersede } from "@yigong/core/lifecycle/move.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Wake } from "../ports/wake.ts";
import { holders, start, tell } from "./lifecycle-effects.ts";

/** A visit overdue by this long means that the execution is gone. */
const SILENT_HOURS = 1;
/** AWS ends an execution after a year; it is replaced well before. */
const OLD_HOURS = 300 * 24;
/** How far back activities are scanned; all future ones are. */
const BACK_HOURS = 800 * 24;
const FOREVER = "9999";
/** What an administrator looks for in the run log. */
const GONE = "execution.gone";

/** The instant at which a visit of the execution is due; undefined when none is due since its last one. */
function expectedAt(row: Lifecycle.Info): string | undefined {
  const stage = Lifecycle.stageOf(row);
  const { visitedAt, generationAt } = row;
  if (visitedAt === undefined || visitedAt < generationAt) return generationAt;
  const outcome = Lifecycle.outcomeOf(row, stage);
  if (outcome) return outcome.at > visitedAt ? outcome.at : visitedAt;
  if (stage === "Award" || !row.prepared.includes(stage)) return visitedAt;
  return row.plan[stage].find((due) => due > visitedAt);
}

/** Whether a lifecycle needs a new execution: a due visit is overdue, or the execution is too old or of another definition. @source docs/architecture.md rule 2 */
export function isForsaken(row: Lifecycle.Info, at: string, definition: string): boolean {
  if (Lifecycle.isOver(row)) return false;
  if (row.definition !== definition) return true;
  return isSilent(row, at) || plusHours(row.generationAt, OLD_HOURS) < at;
}

/** Whether an execution did not come when it was due: it is gone, not merely replaced. */
function isSilent(row: Lifecycle.Info, at: string): boolean {
  const due = expectedAt(row);
  return due !== undefined && plusHours(due, SILENT_HOURS) < at;
}

/** Tells an administrator of an execution that is gone, once for each. */
const stopped = (activity: Activity, { generation }: Lifecycle.Info, at: string): Effect =>
  tell(
    {
      activity,
      template: "alarm.lifecycleStopped",
      to: holders("administrator"),
      dueAt: at,
      cause: String(generation),
    },
    { raisedAt: at, code: GONE },
  );

/** The stage at which a new execution begins: the current one, or the next if that is over. */
function resumeAt(row: Lifecycle.Info): Lifecycle.Stage {
  const stage = Lifecycle.stageOf(row);
  return (Lifecycle.outcomeOf(row, stage) && Lifecycle.nextStage(stage)) || stage;
}

/** Starts a new execution of the next generation, which supersedes the one before. @source docs/architecture.md rule 2 */
export function reissue(row: Lifecycle.Info, { at, definition }: { at: string; definition: string }): Decision {
  const item = supersede(row, { at, definition });
  return { item, effects: [start(item, resumeAt(item), at)] };
}

/**
 * Starts a new execution for every activity whose execution is gone, and tells an administrator. Safe to run twice and at
 * any time.
 *
 * @returns the ids of the activities that got one
 */
export const watchdog =
  (deps: { activities: Activities; lifecycles: Lifecycles; definition: string; now: () => string; wake: Wake }) =>
  async (): Promise<string[]> => {
    const { definition } = deps;
    const at = deps.now();
    const span = { from: plusHours(at, -BACK_HOURS), to: FOREVER };
    const revived: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await deps.activities.startingBetween(span, { limit: 100, cursor });
      const rows = await deps.lifecycles.getMany(page.items.map(({ id }) => id));
      const activities = new Map(page.items.map((activity) => [activity.id as string, activity]));
      for (const row of rows.values()) {
        if (!isForsaken(row, at, definition)) continue;
        const activity = activities.get(row.activityId);
        await deps.lifecycles.change(row.activityId, at, (current) => {
          if (!isForsaken(current, at, definition)) return { item: current };
          const { item, effects = [] } = reissue(current, { at, definition });
          const isGone = current.definition === definition && isSilent(current, at);
          return { item, effects: [...effects, ...(activity && isGone ? [stopped(activity, current, at)] : [])] };
        });
        revived.push(row.activityId);
      }
      cursor = page.cursor;
    } while (cursor);
    if (revived.length > 0) deps.wake();
    return revived;
  };

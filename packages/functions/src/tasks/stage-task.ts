import { nudge } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import type { Wake } from "@yigong/application/ports/wake.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { hasLapsed, lapse } from "@yigong/core/lifecycle/lapse.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import * as Move from "@yigong/core/lifecycle/move.ts";
import { answerFor } from "@yigong/core/lifecycle/token.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import * as z from "zod";
import { task } from "../lib/task.ts";

/** What a state hands to its task. Fields are only ever added. @source docs/architecture.md rule 12 */
export const StageInput = z.object({
  token: z.string().min(1),
  at: Instant,
  attempt: z.int().nonnegative(),
  activityId: z.string(),
  generation: z.int().positive(),
  visit: z.int().nonnegative(),
  plan: Lifecycle.Plan,
});

/** The outcome of entering a stage: messages, and whether the stage ends at once or the activity is cancelled. */
export interface Entered {
  effects?: readonly Effect[];
  /** There is nothing to wait for: the stage ends at its entry. */
  end?: { kind: "notNeeded" | "skipped"; reason: string };
  cancel?: { kind: Lifecycle.Cancellation["kind"]; reason: string };
  /** What was counted, for the activity's timeline. */
  facts?: Lifecycle.Facts;
}

export interface StageDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  outbox: OutboxRows;
  wake: Wake;
}

/**
 * The entry of a stage that waits for its token.
 *
 * Order: check the generation; move the row, closing the stage before; do the stage's own work under idempotent keys;
 * write its messages once; end a stage that was entered too late; keep the token unless a newer one is there; then read
 * the row consistently, and nudge if it calls for an answer.
 * Safe to run twice at every step. The return value is not used.
 * @throws `lifecycle.superseded`, `stage.early`
 * @source docs/architecture.md rules 5 and 6
 */
export const stageTask = (
  deps: StageDeps,
  stage: Lifecycle.Stage,
  work: (activity: Activity, at: string, lifecycle: Lifecycle.Info) => Promise<Entered>,
) =>
  task(StageInput, async ({ activityId, generation, at, ...visit }) => {
    const { activities, lifecycles, outbox, wake } = deps;
    const entered = await lifecycles.change(activityId, at, (row) => {
      requireGeneration(row, generation);
      return { item: Move.enter(row, stage, at) };
    });
    if (isFresh(entered, stage)) {
      const result = await work(await activities.get(activityId), at, entered);
      await lifecycles.change(activityId, at, (row) => prepared(row, stage, at, result));
    }
    if (hasLapsed(entered, stage, at))
      await lifecycles.change(activityId, at, (row) => ({ item: lapse(row, stage, at) }));
    const token = { ...visit, activityId, generation, stage, at };
    await lifecycles.keepToken(token);
    const seen = await lifecycles.get(activityId);
    if (answerFor(token, seen))
      await outbox.add(
        [{ ...nudge(seen, at), id: `nudge:${activityId}:${generation}.${visit.visit}.${visit.attempt}` }],
        at,
      );
    wake();
    return {};
  });

/** Refuses the entry of an older generation. @throws `lifecycle.superseded` */
export function requireGeneration(row: Lifecycle.Info, generation: number): void {
  if (row.generation !== generation) throw lifecycleRefusal("lifecycle.superseded", { generation: row.generation });
}

const isFresh = (row: Lifecycle.Info, stage: Lifecycle.Stage): boolean =>
  !Lifecycle.isOver(row) && Lifecycle.stageOf(row) === stage && !row.prepared.includes(stage);

function prepared(
  row: Lifecycle.Info,
  stage: Lifecycle.Stage,
  at: string,
  { effects = [], end, cancel, facts }: Entered,
) {
  if (!isFresh(row, stage)) return { item: row };
  const ready = Move.prepare(row, stage, facts);
  const by = "system";
  if (cancel) return { item: Move.cancel(ready, { ...cancel, at, by }), effects };
  return { item: end ? Move.endAtEntry(ready, stage, { ...end, at, by }) : ready, effects };
}

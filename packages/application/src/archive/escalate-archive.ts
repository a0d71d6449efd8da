import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { holders, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { archiveEscalation } from "../lifecycle/stage-reminders.ts";
import { done, type Handled } from "../ports/effect-handler.ts";

/** An archive that stays open is brought up again this often. */
const ROUND_DAYS = 7;

export interface RemindDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  outbox: OutboxRows;
  nameOf: (memberId: string) => Promise<string>;
  now: () => string;
  zone: string;
}

/**
 * Reminds the organizer of an overdue archive and tells the alliance, and again each week until it is filed.
 *
 * Safe to run twice: messages and the next round have ids of their own. After an extension it waits for the new date.
 * @source docs/domain.md lifecycle 4
 */
export const escalateArchive =
  (deps: RemindDeps) =>
  async ({ activityId, round }: EffectOf<"archive.escalate">): Promise<Handled> => {
    const row = await deps.lifecycles.get(activityId);
    if (Lifecycle.isOver(row) || Lifecycle.stageOf(row) !== "Archive" || Lifecycle.outcomeOf(row, "Archive"))
      return done;
    const now = deps.now();
    if (now < row.archiveDueAt) return { state: "later", dueAt: row.archiveDueAt };
    const activity = await deps.activities.get(activityId);
    const next = archiveEscalation(activityId, plusDays(now, ROUND_DAYS, deps.zone), round + 1);
    await deps.outbox.add([...(await overdue(deps, activity, row.archiveDueAt, { now, round })), next], now);
    return done;
  };

async function overdue(
  deps: RemindDeps,
  activity: Activity,
  dueAt: string,
  { now, round }: { now: string; round: number },
) {
  const name = await deps.nameOf(activity.organizerId);
  const about = { activity, dueAt: now, cause: `${dueAt}.${round}` };
  return [
    tell({ ...about, template: "archive.overdue", to: people(activity, "organizer") }, { dueAt }),
    tell({ ...about, template: "archive.overdueEscalated", to: holders("alliance") }, { name, dueAt }),
  ];
}

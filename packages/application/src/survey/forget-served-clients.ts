import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, endOf } from "@yigong/core/activity/activity.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { isOver, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import type { Info as Survey } from "@yigong/core/survey/survey.ts";

/** Retention of the contacts of served clients, counted from their last use. */
export const KEPT_DAYS = 90;
/** How far back activities are scanned; older ones were handled by earlier daily runs. */
const BACK_DAYS = 800;

/**
 * The instant of the last use of an activity's contacts, from which retention counts; undefined while they are in use.
 *
 * That is the end of the survey, or of the service when there was no survey.
 * @source docs/domain.md PIPL
 */
export function lastUseOf(activity: Activity, survey: Survey | undefined, lifecycle: Lifecycle): string | undefined {
  if (survey?.status === "open") return undefined;
  if (survey?.status === "closed") return survey.closedAt;
  if (survey?.status === "skipped") return survey.skippedAt;
  return isOver(lifecycle) ? endOf(activity) : undefined;
}

export interface ForgetDeps {
  activities: Pick<Activities, "startingBetween">;
  lifecycles: Pick<Lifecycles, "getMany">;
  surveys: { get: Surveys["get"]; served: Pick<Surveys["served"], "forget"> };
  zone: string;
  now: () => string;
}

/**
 * Erases the contacts of served clients 90 days after their last use; counts, answers and results stay. Safe to run twice.
 *
 * @source docs/domain.md PIPL
 */
export const forgetServed =
  ({ activities, lifecycles, surveys, zone, now }: ForgetDeps) =>
  async (): Promise<void> => {
    const at = now();
    const span = { from: plusDays(at, -BACK_DAYS, zone), to: plusDays(at, -KEPT_DAYS, zone) };
    let cursor: string | undefined;
    do {
      const page = await activities.startingBetween(span, { limit: 100, cursor });
      const rows = await lifecycles.getMany(page.items.map(({ id }) => id));
      for (const activity of page.items) {
        const row = rows.get(activity.id);
        const last = row && lastUseOf(activity, await surveys.get(activity.id), row);
        if (last !== undefined && plusDays(last, KEPT_DAYS, zone) <= at) await surveys.served.forget(activity.id);
      }
      cursor = page.cursor;
    } while (cursor);
  };

import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import { listActivities } from "./list-activities.ts";

/** What started longer ago is over by now. */
const BACK_HOURS = 800 * 24;

/** The ids of the activities that are not over. */
export const openActivities =
  (deps: { activities: Activities; lifecycles: Lifecycles; now: () => string }) => async (): Promise<string[]> => {
    const span = { from: plusHours(deps.now(), -BACK_HOURS), to: "9999" };
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listActivities(deps, span, { limit: 100, cursor });
      ids.push(...page.items.flatMap(([activity, lifecycle]) => (isOver(lifecycle) ? [] : [activity.id as string])));
      cursor = page.cursor;
    } while (cursor);
    return ids;
  };

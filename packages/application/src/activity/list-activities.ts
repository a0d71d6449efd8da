import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle, Status } from "@yigong/core/lifecycle/lifecycle.ts";

export interface Filter {
  status?: Status | undefined;
  origin?: Activity["origin"] | undefined;
}

/** One page is looked through at most this often before a short page is answered. */
const LOOKS = 5;

/**
 * Activities by start, with where each stands; a filtered page may be shorter than asked for, its cursor goes on.
 */
export async function listActivities(
  { activities, lifecycles }: { activities: Activities; lifecycles: Lifecycles },
  span: { from: string; to: string },
  { status, origin, ...page }: Filter & PageRequest,
): Promise<Page<[Activity, Lifecycle]>> {
  const found: [Activity, Lifecycle][] = [];
  let cursor = page.cursor;
  for (let look = 0; look < LOOKS && found.length < page.limit; look++) {
    const next = await activities.startingBetween(span, { limit: page.limit - found.length, cursor });
    const rows = await lifecycles.getMany(next.items.map(({ id }) => id));
    for (const activity of next.items) {
      const lifecycle = rows.get(activity.id);
      if (!lifecycle || (status && lifecycle.status !== status) || (origin && activity.origin !== origin)) continue;
      found.push([activity, lifecycle]);
    }
    cursor = next.cursor;
    if (!cursor) break;
  }
  return { items: found, cursor };
}

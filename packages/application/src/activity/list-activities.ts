import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { type Info as Lifecycle, type Stage, type Status, stageOf } from "@yigong/core/lifecycle/lifecycle.ts";

export interface Filter {
  status?: Status | undefined;
  /** The stage that it is in; of a cancelled one, that in which it was cancelled. */
  stage?: Stage | undefined;
  origin?: Activity["origin"] | undefined;
  /** Whether somebody takes part in it or leads it; everything without. */
  isMine?: ((activity: Pick<Activity, "id" | "organizerId">) => boolean) | undefined;
}

const matches =
  ({ status, stage, origin, isMine }: Filter) =>
  (activity: Activity, lifecycle: Lifecycle): boolean =>
    (!status || lifecycle.status === status) &&
    (!stage || stageOf(lifecycle) === stage) &&
    (!origin || activity.origin === origin) &&
    (!isMine || isMine(activity));

/** One page is looked through at most this often before a short page is answered. */
const LOOKS = 5;

/**
 * Activities by start, with where each stands; a filtered page may be shorter than asked for, its cursor goes on.
 */
export async function listActivities(
  { activities, lifecycles }: { activities: Activities; lifecycles: Lifecycles },
  span: { from: string; to: string },
  { limit, cursor: from, ...filter }: Filter & PageRequest,
): Promise<Page<[Activity, Lifecycle]>> {
  const found: [Activity, Lifecycle][] = [];
  const fits = matches(filter);
  let cursor = from;
  for (let look = 0; look < LOOKS && found.length < limit; look++) {
    const next = await activities.startingBetween(span, { limit: limit - found.length, cursor });
    const rows = await lifecycles.getMany(next.items.map(({ id }) => id));
    for (const activity of next.items) {
      const lifecycle = rows.get(activity.id);
      if (lifecycle && fits(activity, lifecycle)) found.push([activity, lifecycle]);
    }
    cursor = next.cursor;
    if (!cursor) break;
  }
  return { items: found, cursor };
}

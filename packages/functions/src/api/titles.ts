import { z } from "@hono/zod-openapi";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { recent } from "@yigong/core/lib/reading.ts";

/** What the activities that an answer names by id are called. */
export const TitlesView = z.array(z.object({ activityId: z.string(), title: z.string() })).openapi("Titles");

export async function titlesOf(
  deps: { activities: Pick<Activities, "getMany"> },
  ids: readonly string[],
): Promise<z.output<typeof TitlesView>> {
  const wanted = [...new Set(ids)];
  const activities = wanted.length === 0 ? [] : await deps.activities.getMany(wanted, recent);
  return activities.map(({ id, title }) => ({ activityId: id, title }));
}

import { lastInstantOf } from "@yigong/core/activity/activity.ts";
import type { ActivityLine } from "@yigong/core/award/award.ts";
import { plusDays, yearOf } from "@yigong/core/lib/time.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { AwardDeps } from "./award-stores.ts";
import { beginningOf } from "./year-bounds.ts";

/** The longest that an activity may last: it is looked for this long before the year in which it ends. */
const LONGEST_DAYS = 400;

const stateOf = (row: Lifecycle | undefined): ActivityLine["state"] => {
  if (row?.status === "cancelled") return "cancelled";
  return row?.status === "done" ? "settled" : "open";
};

/** The activities that ended in a local year, by id, and whether they have posted their points. */
export async function activitiesOf(
  { activities, lifecycles, zone }: Pick<AwardDeps, "activities" | "lifecycles" | "zone">,
  year: number,
): Promise<ActivityLine[]> {
  const from = plusDays(beginningOf(year, zone), -LONGEST_DAYS, zone);
  const to = beginningOf(year + 1, zone);
  const lines: ActivityLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await activities.startingBetween({ from, to }, { limit: 100, cursor });
    const ended = page.items.filter((activity) => yearOf(lastInstantOf(activity), zone) === year);
    const rows = await lifecycles.getMany(ended.map(({ id }) => id));
    for (const { id } of ended) lines.push({ kind: "activity", activity: id, state: stateOf(rows.get(id)) });
    cursor = page.cursor;
  } while (cursor);
  return lines.sort((a, b) => (a.activity < b.activity ? -1 : 1));
}

import type { HttpTable } from "../lib/http-table.ts";
import { mapIn, textIn } from "../lib/item-fields.ts";
import type { Reading } from "../lib/reading.ts";

/** Activities as far as a page for strangers names them. */
export interface NamedActivities {
  find(activityId: string, reading?: Reading): Promise<{ title: string } | undefined>;
}

/** The titles of activities for a function without ElectroDB; the row is that of `activity.store.ts`. */
export const publicPageActivities = (table: HttpTable): NamedActivities => ({
  async find(activityId, reading) {
    const item = await table.get(`activity#${activityId}`, "detail", reading);
    return item && { title: textIn(mapIn(item, "row"), "title") };
  },
});

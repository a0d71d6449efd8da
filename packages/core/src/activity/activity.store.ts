import type { Page, PageRequest } from "../lib/page.ts";
import type { Reading } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { ALL, activityDocuments } from "./activity.row.ts";
import type * as Activity from "./activity.ts";

/** What organizers described. It is written together with the lifecycle: see `Lifecycles`. */
export interface Activities {
  /** @throws `activity.missing` */
  get(activityId: string, reading?: Reading): Promise<Activity.Info>;
  find(activityId: string, reading?: Reading): Promise<Activity.Info | undefined>;
  /** Those of the given ids that exist, in the order given. */
  getMany(activityIds: readonly string[], reading?: Reading): Promise<Activity.Info[]>;
  /** Activities that start in [from, to), in the order of their start, or the latest first. */
  startingBetween(
    span: { from: string; to: string },
    page: PageRequest,
    order?: "asc" | "desc",
  ): Promise<Page<Activity.Info>>;
}

export function dynamoActivities(table: Table): Activities {
  const rows = activityDocuments(table);
  return {
    get: (activityId, reading) => rows.get({ activityId }, reading),
    async find(activityId, reading) {
      const found = await rows.find({ activityId }, reading);
      // An eventually consistent read may miss an activity that was begun a moment ago.
      return found ?? (reading?.eventual ? rows.find({ activityId }) : undefined);
    },
    getMany: (activityIds, reading) =>
      rows.getMany(
        activityIds.map((activityId) => ({ activityId })),
        reading,
      ),
    startingBetween: ({ from, to }, page, order = "asc") =>
      rows.list("byStart", { all: ALL }, page, { order, range: { between: [{ startsAt: from }, { startsAt: to }] } }),
  };
}

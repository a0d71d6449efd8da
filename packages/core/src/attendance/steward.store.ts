import { documents } from "../lib/documents.ts";
import type { Reading } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { Info } from "./steward.ts";

/** Who may check people in, by activity. */
export interface Stewards {
  of(activityId: string, reading?: Reading): Promise<Info[]>;
  find(activityId: string, memberId: string, reading?: Reading): Promise<Info | undefined>;
  /** Writes somebody who is not there yet, with what that causes. */
  add(steward: Info, caused: Caused): Promise<void>;
  /** Takes somebody away, with what that causes. @returns whether they were there */
  remove(steward: Info, at: string, caused: Caused): Promise<boolean>;
}

/** One item for each person whom an activity's organizer named. */
export const stewardDocuments = documents({
  entity: "steward",
  schema: Info,
  attributes: { activityId: "string", memberId: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "steward#${memberId}" },
  itemOf: ({ activityId, memberId, version }) => ({ activityId, memberId, version }),
});

export function dynamoStewards(table: Table): Stewards {
  const rows = stewardDocuments(table);
  return {
    of: (activityId, reading) => rows.all("key", { activityId }, reading),
    find: (activityId, memberId, reading) => rows.find({ activityId, memberId }, reading),
    async add(steward, caused) {
      await rows.create(steward, causedOps(table, caused, steward.namedAt));
    },
    async remove({ activityId, memberId, version }, at, caused) {
      const gone = rows.ops.remove({ activityId, memberId }, (item, { eq }) => eq(item.version, version));
      return (await transact(table, [gone, ...causedOps(table, caused, at)])).ok;
    },
  };
}

import { documents } from "../lib/documents.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { helperRefusal } from "./helper.refusals.ts";
import * as Helper from "./helper.ts";

/** What becomes of a row, with what it causes. */
export interface Decision extends Caused {
  item: Helper.Info;
}

/** Knows which teams were asked to help, and what their leads answered; an activity has no row before the first answer. */
export interface Helpers {
  find(activityId: string): Promise<Helper.Info | undefined>;
  /** Those of the given activities that have one. Eventually consistent. */
  getMany(activityIds: readonly string[]): Promise<Helper.Info[]>;
  /** @param asked - the teams, when none has answered yet @throws `store.busy`, whatever `decide` throws */
  change(asked: Helper.Info, at: string, decide: (row: Helper.Info) => Decision): Promise<Helper.Info>;
}

export const helperDocuments = documents({
  entity: "helpers",
  schema: Helper.Info,
  attributes: { activityId: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "helpers" },
  itemOf: ({ activityId, version }) => ({ activityId, version }),
  missing: () => helperRefusal("helper.not_asked"),
});

export function dynamoHelpers(table: Table): Helpers {
  const rows = helperDocuments(table);
  return {
    find: (activityId) => rows.find({ activityId }),
    getMany: (activityIds) =>
      rows.getMany(
        activityIds.map((activityId) => ({ activityId })),
        recent,
      ),
    change: (asked, at, decide) =>
      untilSaved(async () => {
        const before = await rows.find({ activityId: asked.activityId });
        const row = before ?? asked;
        const { item, ...caused } = decide(row);
        if (item === row) return row;
        const { ok } = await transact(table, [rows.ops.save(before, item), ...causedOps(table, caused, at)]);
        return ok ? rows.ops.next(before, item) : CLASH;
      }),
  };
}

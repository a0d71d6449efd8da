import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import type { Item } from "../lib/op.ts";
import type { Table } from "../lib/table.ts";
import * as Typical from "./typical.ts";

const ALL = "all";
const TAKEN_BACK = "none";

/** Knows which activities are typical cases. */
export interface TypicalCases {
  find(activityId: string): Promise<Typical.Info | undefined>;
  /** Saves what `decide` makes, with its audit entries. @throws `store.busy`, whatever `decide` throws */
  change(
    activityId: string,
    decide: (typical: Typical.Info | undefined) => { item: Typical.Info; audit: readonly Entry[] },
  ): Promise<Typical.Info>;
  /** All that stand, the latest first. */
  standing(): Promise<Typical.Info[]>;
}

export const typicalDocuments = documents({
  entity: "typicalCase",
  schema: Typical.Info,
  attributes: { activityId: "string", chosenAt: "string", all: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "typicalCase" },
  // Those that were taken back are found by their activity alone.
  indexes: {
    standing: {
      on: "gsi1",
      when: ({ all }: Item) => all === ALL,
      pk: "typicalCases#${all}",
      sk: "${chosenAt}#${activityId}",
    },
  },
  itemOf: (typical) => ({
    activityId: typical.activityId,
    chosenAt: typical.chosen.at,
    all: Typical.stands(typical) ? ALL : TAKEN_BACK,
    version: typical.version,
  }),
});

export function dynamoTypicalCases(table: Table): TypicalCases {
  const rows = typicalDocuments(table);
  return {
    find: (activityId) => rows.find({ activityId }),
    change: (activityId, decide) =>
      rows.changeOrCreate({ activityId }, decide, ({ audit }) => auditOps(table, audit)) as Promise<Typical.Info>,
    standing: () => rows.all("standing", { all: ALL }, { order: "desc" }),
  };
}

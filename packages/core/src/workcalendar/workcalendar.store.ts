import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import type { Reading } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import * as Workcalendar from "./workcalendar.ts";

/** The tables of working days that were entered, one a year. */
export interface Workcalendars {
  /** Those of a year, of the one before and of the two after it. */
  around(year: number, reading?: Reading): Promise<Workcalendar.Info[]>;
  /** Saves what `decide` makes of a year's table. @throws `store.busy`, whatever `decide` throws */
  change(
    year: number,
    decide: (before: Workcalendar.Info | undefined) => { to: Workcalendar.Info; audit: readonly Entry[] },
  ): Promise<Workcalendar.Info>;
  /** How many tables this process saved: what was read before the last of them may be outdated. */
  writes(): number;
}

const scope = "workcalendar";

export const workcalendarDocuments = documents({
  entity: "workcalendar",
  schema: Workcalendar.Info,
  attributes: { scope: "string", year: "number", version: "number" },
  key: { pk: "${scope}", sk: "year#${year}" },
  itemOf: ({ year, version }) => ({ scope, year, version }),
});

export function dynamoWorkcalendars(table: Table): Workcalendars {
  const rows = workcalendarDocuments(table);
  let writes = 0;
  return {
    around: (year, reading) =>
      rows.getMany(
        [-1, 0, 1, 2].map((more) => ({ scope, year: year + more })),
        reading,
      ),
    async change(year, decide) {
      const saved = await rows.changeOrCreate(
        { scope, year },
        (before) => {
          const { to, audit } = decide(before);
          return { item: rows.ops.next(before, to), audit };
        },
        ({ audit }) => auditOps(table, audit),
      );
      writes += 1;
      return saved;
    },
    writes: () => writes,
  };
}

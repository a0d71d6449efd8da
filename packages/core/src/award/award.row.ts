import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import type { Table } from "../lib/table.ts";

const text = { type: "string", required: true } as const;
const count = { type: "number", required: true } as const;
const any = { type: "any", required: true } as const;
const model = (entity: string) => ({ service: "yigong", entity, version: "1" }) as const;
const placed = (table: Table) => ({ client: table.client, table: table.alliance });
const byRun = { field: "pk", composite: ["year", "run"], template: "awardrun#${year}#${run}" } as const;

/** A year's newest run and the source of its draw. */
export const yearEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("awardYear"),
        attributes: { year: count, latest: count, version: count, source: { type: "any" } },
        indexes: {
          byYear: {
            pk: { field: "pk", composite: ["year"], template: "awardyear#${year}" },
            sk: { field: "sk", composite: [], template: "row" },
          },
        },
      },
      placed(table),
    ),
);

export const runEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("awardRun"),
        attributes: { year: count, run: count, version: count, row: any },
        indexes: { byRun: { pk: byRun, sk: { field: "sk", composite: [], template: "run" } } },
      },
      placed(table),
    ),
);

export const tokenEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("awardToken"),
        attributes: { year: count, run: count, order: text, row: any },
        indexes: { byRun: { pk: byRun, sk: { field: "sk", composite: [], template: "token" } } },
      },
      placed(table),
    ),
);

/** Some lines of a run, under the digest of all of them: another content is another row, and none is ever changed. */
export const partEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("awardPart"),
        attributes: {
          year: count,
          run: count,
          digest: text,
          part: { type: "number", required: true, padding: { length: 6, char: "0" } },
          lines: text,
          memberIds: { type: "list", items: { type: "string" } },
        },
        indexes: {
          byRun: { pk: byRun, sk: { field: "sk", composite: ["digest", "part"], template: "part#${digest}#${part}" } },
        },
      },
      placed(table),
    ),
);

export const objectionEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("awardObjection"),
        attributes: { year: count, run: count, objectionId: text, row: any },
        indexes: {
          byRun: { pk: byRun, sk: { field: "sk", composite: ["objectionId"], template: "objection#${objectionId}" } },
        },
      },
      placed(table),
    ),
);

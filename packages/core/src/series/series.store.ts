import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import * as Made from "./made.ts";
import { seriesRefusal } from "./series.refusals.ts";
import * as Series from "./series.ts";

const ALL = "all";

/** What a change of a series writes together. */
export interface Decision extends Caused {
  item: Series.Info;
}

/** Knows the series, and what became of each of their visits. */
export interface SeriesRows {
  /** @throws `series.missing` */
  get(seriesId: string): Promise<Series.Info>;
  /** Adds a series; one whose id is there already is handed back as it is. */
  begin(series: Series.Info, caused: Caused): Promise<Series.Info>;
  /** @throws `series.missing`, `store.busy`, whatever `decide` throws */
  change(seriesId: string, at: string, decide: (series: Series.Info) => Decision): Promise<Series.Info>;
  /** Those whose last day is a local day or later, the one that ends next first; all of them, the latest first, without one. */
  list(page: PageRequest, until?: string): Promise<Page<Series.Info>>;
  /** What became of its visits so far, by their days. */
  made(seriesId: string): Promise<Made.Info[]>;
  /** Notes what became of a visit; what was noted of it before is replaced. */
  note(made: Made.Info): Promise<void>;
}

export const seriesDocuments = documents({
  entity: "series",
  schema: Series.Info,
  attributes: { seriesId: "string", until: "string", all: "string", version: "number" },
  key: { pk: "series#${seriesId}", sk: "detail" },
  indexes: { byUntil: { on: "gsi1", pk: "series#${all}", sk: "${until}#${seriesId}" } },
  itemOf: (series) => ({ seriesId: series.id, until: series.until, all: ALL, version: series.version }),
  missing: () => seriesRefusal("series.missing"),
});

export const madeDocuments = documents({
  entity: "seriesDay",
  schema: Made.Info,
  attributes: { seriesId: "string", day: "string" },
  key: { pk: "series#${seriesId}", sk: "day#${day}" },
  itemOf: ({ seriesId, day }) => ({ seriesId, day }),
});

export function dynamoSeries(table: Table): SeriesRows {
  const [rows, days] = [seriesDocuments(table), madeDocuments(table)];
  return {
    get: (seriesId) => rows.get({ seriesId }),
    begin: (series, caused) => rows.add(series, causedOps(table, caused, series.createdAt)),
    change: (seriesId, at, decide) => rows.change({ seriesId }, decide, (decision) => causedOps(table, decision, at)),
    list: (page, until) =>
      until === undefined
        ? rows.list("byUntil", { all: ALL }, page, { order: "desc" })
        : rows.list("byUntil", { all: ALL }, page, { range: { gte: { until } } }),
    made: (seriesId) => days.all("key", { seriesId }),
    note: async (made) => void (await transact(table, [days.ops.put(made)])),
  };
}

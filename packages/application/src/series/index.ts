import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoSeries } from "@yigong/core/series/series.store.ts";
import { dynamoActivityTemplates } from "@yigong/core/series/template.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const series = {
  name: "series",
  stores: (table: Table) => ({
    series: dynamoSeries(table),
    activityTemplates: dynamoActivityTemplates(table),
  }),
} as const satisfies Manifest;

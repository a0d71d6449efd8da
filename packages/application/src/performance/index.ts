import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoPerformances } from "@yigong/core/performance/performance.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { type PerformanceImportDeps, performanceImporter } from "./import-performance.ts";

export const performance = {
  name: "performance",
  stores: (table: Table) => ({ performances: dynamoPerformances(table) }),
  importers: (deps: PerformanceImportDeps) => [performanceImporter(deps)],
} as const satisfies Manifest;

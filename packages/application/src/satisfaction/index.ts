import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoSatisfactions } from "@yigong/core/satisfaction/satisfaction.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { type SatisfactionImportDeps, satisfactionImporter } from "./import-satisfaction.ts";

export const satisfaction = {
  name: "satisfaction",
  stores: (table: Table) => ({ satisfactions: dynamoSatisfactions(table) }),
  importers: (deps: SatisfactionImportDeps) => [satisfactionImporter(deps)],
} as const satisfies Manifest;

import { dynamoAways } from "@yigong/core/away/away.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const away = {
  name: "away",
  stores: (table: Table) => ({ aways: dynamoAways(table) }),
} as const satisfies Manifest;

import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoNominations } from "@yigong/core/nomination/nomination.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const nomination = {
  name: "nomination",
  stores: (table: Table) => ({ nominations: dynamoNominations(table) }),
} as const satisfies Manifest;

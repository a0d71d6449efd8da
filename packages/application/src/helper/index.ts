import { dynamoHelpers } from "@yigong/core/helper/helper.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const helper = {
  name: "helper",
  stores: (table: Table) => ({ helpers: dynamoHelpers(table) }),
} as const satisfies Manifest;

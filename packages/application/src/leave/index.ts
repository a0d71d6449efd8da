import { dynamoLeaves } from "@yigong/core/leave/leave.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const leave = {
  name: "leave",
  stores: (table: Table) => ({ leaves: dynamoLeaves(table) }),
} as const satisfies Manifest;

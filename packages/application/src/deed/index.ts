import { dynamoDeeds } from "@yigong/core/deed/deed.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const deed = {
  name: "deed",
  stores: (table: Table) => ({ deeds: dynamoDeeds(table) }),
} as const satisfies Manifest;

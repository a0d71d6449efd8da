import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const outbox = {
  name: "outbox",
  stores: (table: Table) => ({ outbox: dynamoOutbox(table) }),
} as const satisfies Manifest;

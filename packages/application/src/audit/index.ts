import { dynamoAudits } from "@yigong/core/audit/audit.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const audit = {
  name: "audit",
  stores: (table: Table) => ({ audits: dynamoAudits(table) }),
} as const satisfies Manifest;

import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoCadences } from "@yigong/core/yearplan/yearplan.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const yearplan = {
  name: "yearplan",
  stores: (table: Table) => ({ cadences: dynamoCadences(table) }),
} as const satisfies Manifest;

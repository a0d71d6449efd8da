import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoPolicies } from "@yigong/core/policy/policy.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const policy = {
  name: "policy",
  stores: (table: Table) => ({ policies: dynamoPolicies(table) }),
} as const satisfies Manifest;

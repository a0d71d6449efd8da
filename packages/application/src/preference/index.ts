import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoPreferences } from "@yigong/core/preference/preference.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const preference = {
  name: "preference",
  stores: (table: Table) => ({ preferences: dynamoPreferences(table) }),
} as const satisfies Manifest;

import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { dynamoUnits } from "@yigong/core/organization/unit.store.ts";
import type { Defaults, Manifest } from "../manifest/manifest.ts";

export const organization = {
  name: "organization",
  stores: (table: Table, defaults: Defaults) => ({
    settings: dynamoSettings(table, defaults),
    units: dynamoUnits(table),
  }),
} as const satisfies Manifest;

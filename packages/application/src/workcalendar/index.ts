import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoWorkcalendars } from "@yigong/core/workcalendar/workcalendar.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const workcalendar = {
  name: "workcalendar",
  stores: (table: Table) => ({ workcalendars: dynamoWorkcalendars(table) }),
} as const satisfies Manifest;

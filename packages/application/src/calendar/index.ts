import { dynamoCalendarAddresses } from "@yigong/core/calendar/address.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const calendar = {
  name: "calendar",
  stores: (table: Table) => ({ calendarAddresses: dynamoCalendarAddresses(table) }),
} as const satisfies Manifest;

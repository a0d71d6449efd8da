import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoSessions } from "@yigong/core/session/session.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const session = {
  name: "session",
  stores: (table: Table) => ({ sessions: dynamoSessions(table) }),
} as const satisfies Manifest;

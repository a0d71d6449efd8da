import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoTokens } from "@yigong/core/token/token.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const token = {
  name: "token",
  stores: (table: Table) => ({ tokens: dynamoTokens(table) }),
} as const satisfies Manifest;

import { dynamoSpendings } from "@yigong/core/expense/expense.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const expense = {
  name: "expense",
  stores: (table: Table) => ({ spendings: dynamoSpendings(table) }),
} as const satisfies Manifest;

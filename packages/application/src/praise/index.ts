import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoPraises } from "@yigong/core/praise/praise.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const praise = {
  name: "praise",
  stores: (table: Table) => ({ praises: dynamoPraises(table) }),
} as const satisfies Manifest;

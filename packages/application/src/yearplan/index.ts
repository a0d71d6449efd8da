import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoCadences } from "@yigong/core/yearplan/yearplan.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { classesOf } from "./classes-of.ts";

export const yearplan = {
  name: "yearplan",
  stores: (table: Table) => ({ cadences: dynamoCadences(table) }),
  offers: (deps: Parameters<typeof classesOf>[0]) => ({ classesOf: classesOf(deps) }),
} as const satisfies Manifest;

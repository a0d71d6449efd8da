import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoShifts } from "@yigong/core/shift/shift.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { type ShiftImportDeps, shiftImporter } from "./import-shifts.ts";

export const shift = {
  name: "shift",
  stores: (table: Table) => ({ shifts: dynamoShifts(table) }),
  importers: (deps: ShiftImportDeps) => [shiftImporter(deps)],
} as const satisfies Manifest;

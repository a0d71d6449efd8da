import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoRosters } from "@yigong/core/roster/roster.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { type MemberImportDeps, memberImporter } from "./import-members.ts";

export const roster = {
  name: "roster",
  stores: (table: Table) => ({ rosters: dynamoRosters(table) }),
  importers: (deps: MemberImportDeps) => [memberImporter(deps)],
} as const satisfies Manifest;

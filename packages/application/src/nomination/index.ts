import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoNominations } from "@yigong/core/nomination/nomination.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { externalClasses } from "./external-classes.ts";

export const nomination = {
  name: "nomination",
  stores: (table: Table) => ({ nominations: dynamoNominations(table) }),
  offers: (deps: Parameters<typeof externalClasses>[0]) => ({ externalClasses: externalClasses(deps) }),
} as const satisfies Manifest;

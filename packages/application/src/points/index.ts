import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoCorrections } from "@yigong/core/points/correction.store.ts";
import { dynamoObjections } from "@yigong/core/points/objection.store.ts";
import { dynamoLedger } from "@yigong/core/points/points.store.ts";
import { dynamoRoots } from "@yigong/core/points/root.store.ts";
import { dynamoRuleSets } from "@yigong/core/points/rules.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { attendancesOf, type CountDeps, coversThisYear } from "./count-year.ts";
import { type GradeDeps, gradeFor } from "./grade-activity.ts";

export const points = {
  name: "points",
  stores: (table: Table) => ({
    corrections: dynamoCorrections(table),
    ledger: dynamoLedger(table),
    objections: dynamoObjections(table),
    roots: dynamoRoots(table),
    ruleSets: dynamoRuleSets(table),
  }),
  offers: (deps: CountDeps & GradeDeps) => ({
    attendancesOf: attendancesOf(deps),
    coversThisYear: coversThisYear(deps),
    gradeOf: gradeFor(deps),
  }),
} as const satisfies Manifest;

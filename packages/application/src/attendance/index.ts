import { dynamoAttendances } from "@yigong/core/attendance/attendance.store.ts";
import { dynamoStewards } from "@yigong/core/attendance/steward.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { GradeOf } from "../manifest/scorer.ts";
import { listServices } from "./list-services.ts";
import { pageAttended } from "./page-attended.ts";
import { serviceScorer } from "./score-service.ts";

export const attendance = {
  name: "attendance",
  stores: (table: Table) => ({ attendances: dynamoAttendances(table), stewards: dynamoStewards(table) }),
  offers: (deps: Parameters<typeof pageAttended>[0]) => ({ pageAttended: pageAttended(deps) }),
  scorers: ({ gradeOf, ...deps }: Parameters<typeof listServices>[0] & { gradeOf: GradeOf }) => [
    serviceScorer({ served: listServices(deps), gradeOf }),
  ],
} as const satisfies Manifest;

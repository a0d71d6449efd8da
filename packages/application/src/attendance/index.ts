import { dynamoAttendances } from "@yigong/core/attendance/attendance.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { GradeOf } from "../points/grade-activity.ts";
import { type AttendanceWork, attendanceWork } from "./attendance-outcomes.ts";
import type { AttendanceDeps } from "./find-session.ts";
import { serviceScorer } from "./score-service.ts";

export const attendance = {
  name: "attendance",
  stores: (table: Table) => ({ attendances: dynamoAttendances(table) }),
  offers: (deps: AttendanceDeps) => ({ attendance: attendanceWork(deps) }),
  scorers: ({ attendance: { served }, gradeOf }: { attendance: AttendanceWork; gradeOf: GradeOf }) => [
    serviceScorer({ served, gradeOf }),
  ],
} as const satisfies Manifest;

import { dynamoCourses } from "@yigong/core/course/course.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const course = {
  name: "course",
  stores: (table: Table) => ({ courses: dynamoCourses(table) }),
} as const satisfies Manifest;

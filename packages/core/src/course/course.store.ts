import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { courseRefusal } from "./course.refusals.ts";
import * as Course from "./course.ts";

const ALL = "all";

/** What a change of a course writes together. */
export interface Decision extends Caused {
  item: Course.Info;
}

/** Knows the courses, some hundreds for a company. */
export interface Courses {
  /** @throws `course.missing` */
  get(courseId: string): Promise<Course.Info>;
  /** Adds a course; one whose id is there already is handed back as it is. */
  begin(course: Course.Info, caused: Caused): Promise<Course.Info>;
  /** @throws `course.missing`, `store.busy`, whatever `decide` throws */
  change(courseId: string, at: string, decide: (course: Course.Info) => Decision): Promise<Course.Info>;
  /** The newest first. */
  list(page: PageRequest): Promise<Page<Course.Info>>;
  all(): Promise<Course.Info[]>;
}

export const courseDocuments = documents({
  entity: "course",
  schema: Course.Info,
  attributes: { courseId: "string", all: "string", version: "number" },
  key: { pk: "course#${courseId}", sk: "detail" },
  indexes: { every: { on: "gsi1", pk: "courses#${all}", sk: "${courseId}" } },
  itemOf: ({ id: courseId, version }) => ({ courseId, all: ALL, version }),
  missing: () => courseRefusal("course.missing"),
});

export function dynamoCourses(table: Table): Courses {
  const rows = courseDocuments(table);
  return {
    get: (courseId) => rows.get({ courseId }),
    begin: (course, caused) => rows.add(course, causedOps(table, caused, course.createdAt)),
    change: (courseId, at, decide) => rows.change({ courseId }, decide, (decision) => causedOps(table, decision, at)),
    list: (page) => rows.list("every", { all: ALL }, page, { order: "desc" }),
    all: () => rows.all("every", { all: ALL }),
  };
}

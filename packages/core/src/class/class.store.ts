import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import * as Attendance from "./attendance.ts";
import { classRefusal } from "./class.refusals.ts";
import * as Class from "./class.ts";

/** What a change of a class writes together. */
export interface Decision extends Caused {
  item: Class.Info;
}
interface AttendanceDecision extends Caused {
  item: Attendance.Info;
}
interface AttendanceKey {
  classId: string;
  sessionId: string;
  memberId: string;
}

/** Classes, found by when they begin and by their course. */
export interface Classes {
  /** @throws `class.missing` */
  get(classId: string): Promise<Class.Info>;
  /** Those that are there. Eventually consistent. */
  getMany(classIds: readonly string[]): Promise<Class.Info[]>;
  /** Adds a class; one whose id is there already is handed back as it is. */
  begin(one: Class.Info, caused: Caused): Promise<Class.Info>;
  /** @throws `class.missing`, `store.busy`, whatever `decide` throws */
  change(classId: string, at: string, decide: (one: Class.Info) => Decision): Promise<Class.Info>;
  /** Those that begin in a half-open span of instants, the latest first. */
  list(span: Span, page: PageRequest): Promise<Page<Class.Info>>;
  /** As `list`, all of them, the earliest first. */
  between(span: Span): Promise<Class.Info[]>;
  ofCourse(courseId: string, page: PageRequest): Promise<Page<Class.Info>>;
  /** Attendances of a class, those taken back too. */
  attendances(classId: string): Promise<Attendance.Info[]>;
  /** Writes an attendance or takes it back. @throws `store.busy`, whatever `decide` throws */
  note(
    key: AttendanceKey,
    at: string,
    decide: (before: Attendance.Info | undefined) => AttendanceDecision,
  ): Promise<Attendance.Info>;
}

interface Span {
  from: string;
  to: string;
}
const ALL = "all";

export const classDocuments = documents({
  entity: "class",
  schema: Class.Info,
  attributes: { classId: "string", courseId: "string", startsAt: "string", all: "string", version: "number" },
  key: { pk: "class#${classId}", sk: "detail" },
  indexes: {
    byTime: { on: "gsi1", pk: "classes#${all}", sk: "${startsAt}#${classId}" },
    byCourse: { on: "gsi2", pk: "classes#${courseId}", sk: "${startsAt}#${classId}" },
  },
  itemOf: (one) => ({
    ...{ classId: one.id, courseId: one.courseId, version: one.version },
    ...{ startsAt: Class.startOf(one), all: ALL },
  }),
  missing: () => classRefusal("class.missing"),
});

export const classAttendanceDocuments = documents({
  entity: "classAttendance",
  schema: Attendance.Info,
  attributes: { classId: "string", sessionId: "string", memberId: "string", version: "number" },
  key: { pk: "class#${classId}", sk: "attendance#${memberId}#${sessionId}" },
  itemOf: ({ classId, sessionId, memberId, version }) => ({ classId, sessionId, memberId, version }),
});

export function dynamoClasses(table: Table): Classes {
  const rows = classDocuments(table);
  const attended = classAttendanceDocuments(table);
  // What begins at the very end is left out: the sort key goes on with the id.
  const within = ({ from, to }: Span) => ({ range: { between: [{ startsAt: from }, { startsAt: to }] as const } });
  return {
    get: (classId) => rows.get({ classId }),
    getMany: (classIds) =>
      rows.getMany(
        classIds.map((classId) => ({ classId })),
        recent,
      ),
    begin: (one, caused) => rows.add(one, causedOps(table, caused, one.createdAt)),
    change: (classId, at, decide) => rows.change({ classId }, decide, (decision) => causedOps(table, decision, at)),
    list: (span, page) => rows.list("byTime", { all: ALL }, page, { order: "desc", ...within(span) }),
    between: (span) => rows.all("byTime", { all: ALL }, within(span)),
    ofCourse: (courseId, page) => rows.list("byCourse", { courseId }, page, { order: "desc" }),
    attendances: (classId) => attended.all("key", { classId }),
    async note(key, at, decide) {
      const noted = await attended.changeOrCreate(key, decide, (decision) => causedOps(table, decision, at));
      if (!noted) throw classRefusal("class.attendance_missing");
      return noted;
    },
  };
}

import type { KINDS } from "../course/kinds.ts";
import { type Info as Attendance, figureOf, standing } from "./attendance.ts";
import type { Info as Class } from "./class.ts";

export type Kind = (typeof KINDS)[number];

/** One class behind a figure, and how many attendances it gives. */
export interface Counted {
  classId: string;
  title: string;
  kind: Kind;
  attendances: number;
}

/** Attendances (人次) and people (人数) of one figure, with the classes behind it. */
export interface Sum {
  attendances: number;
  people: number;
  classes: Counted[];
}

/** What training came to in a year, counted from the records; no figure is stored. */
export interface TrainingFigures {
  /** Volunteers, by kind; the total is their sum. @source docs/domain.md T6 */
  trained: Record<Kind, Sum> & { total: Omit<Sum, "classes"> };
  /** Employees taught by volunteers. @source docs/domain.md W1 */
  taught: Sum;
  /** Classes that are over and not closed: nothing of them counts yet. */
  open: { classId: string; title: string }[];
}

interface Held {
  one: Class;
  attendances: readonly Attendance[];
}

/**
 * Counts training. An attendance is one person in one session; it feeds one figure at most, by the course's audience.
 *
 * @param isOver - whether a class is over
 */
export function figuresOf(classes: readonly Held[], isOver: (one: Class) => boolean): TrainingFigures {
  const counted = classes.map(({ one, attendances }) => ({ one, rows: standing(attendances), figure: figureOf(one) }));
  const trained = counted.filter(({ figure }) => figure === "volunteersTrained");
  const byKind = (kind: Kind) => sumOf(trained.filter(({ one }) => one.course.kind === kind));
  const all = sumOf(trained);
  return {
    trained: {
      ...{ internal: byKind("internal"), external: byKind("external"), outward: byKind("outward") },
      total: { attendances: all.attendances, people: all.people },
    },
    taught: sumOf(counted.filter(({ figure }) => figure === "employeesTaught")),
    open: classes
      .filter(({ one }) => !one.closed && !one.cancelled && isOver(one))
      .map(({ one }) => ({ classId: one.id, title: one.course.title })),
  };
}

function sumOf(counted: readonly { one: Class; rows: readonly Attendance[] }[]): Sum {
  return {
    attendances: counted.reduce((sum, { rows }) => sum + rows.length, 0),
    people: new Set(counted.flatMap(({ rows }) => rows.map(({ memberId }) => memberId))).size,
    classes: counted.map(({ one, rows }) => ({
      ...{ classId: one.id, title: one.course.title, kind: one.course.kind, attendances: rows.length },
    })),
  };
}

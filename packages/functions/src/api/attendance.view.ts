import { z } from "@hono/zod-openapi";
import type { AttendanceDeps } from "@yigong/application/attendance/attendance-stores.ts";
import { type Absent, Appeal, type Info, type Present } from "@yigong/core/attendance/attendance.ts";
import type { Info as BackEntry } from "@yigong/core/attendance/back-entry.ts";
import { Earlier, Method } from "@yigong/core/attendance/record.ts";
import { SOURCES, sourceOf } from "@yigong/core/attendance/source.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import { type Called, peopleOf } from "./names.ts";

const Named = z.object({
  sessionId: z.string(),
  memberId: z.string(),
  name: z.string(),
  employeeNumber: z.string().optional(),
});
const Turned = Named.extend({
  source: z.enum(SOURCES),
  /** What was down before somebody said otherwise, oldest first. */
  earlier: z.array(Earlier).optional(),
});

/** One person in one session, as they turned out. */
export const AttendanceView = z
  .discriminatedUnion("state", [
    Turned.extend({
      state: z.literal("present"),
      checkedInAt: z.string(),
      method: Method,
      by: z.string(),
      checkedOutAt: z.string().optional(),
      /** Stated by the leader, without a check-out. */
      statedHalfDays: z.int().optional(),
    }),
    Turned.extend({
      state: z.literal("absent"),
      excused: z.boolean(),
      by: z.string(),
      at: z.string(),
      why: z.string(),
      appeal: Appeal.optional(),
    }),
  ])
  .openapi("Attendance");

export const BackEntryView = Named.extend({
  status: z.enum(["requested", "approved"]),
  halfDays: z.int(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  approvedBy: z.string().optional(),
  approvedAt: z.string().optional(),
}).openapi("BackEntry");

const show = (row: Info, called: Called): z.output<typeof AttendanceView> =>
  AttendanceView.parse({
    ...row,
    ...called,
    source: sourceOf(row),
    ...(row.state === "present" ? { statedHalfDays: row.stated?.halfDays } : {}),
  });

const peopleIn = (deps: Pick<AttendanceDeps, "members">, rows: readonly { memberId: string }[]) =>
  peopleOf(
    deps,
    rows.map((row) => row.memberId),
  );

/** Rows with the names of their people. */
export async function attendancesView(deps: Pick<AttendanceDeps, "members">, rows: readonly Info[]) {
  const person = await peopleIn(deps, rows);
  return rows.map((row) => show(row, person(row.memberId)));
}

/** One row as an answer. */
export async function attendanceView(deps: Pick<AttendanceDeps, "members">, row: Present | Absent, asker?: Actor) {
  if (asker?.name !== undefined && asker.memberId === row.memberId) return show(row, { name: asker.name });
  const person = await peopleIn(deps, [row]);
  return show(row, person(row.memberId));
}

export async function backEntriesView(deps: Pick<AttendanceDeps, "members">, entries: readonly BackEntry[]) {
  const person = await peopleIn(deps, entries);
  return entries.map((entry) => BackEntryView.parse({ ...entry, ...person(entry.memberId) }));
}

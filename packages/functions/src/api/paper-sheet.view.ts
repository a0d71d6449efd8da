import { z } from "@hono/zod-openapi";
import type { AttendanceDeps } from "@yigong/application/attendance/attendance-stores.ts";
import type { Info } from "@yigong/core/attendance/paper-sheet.ts";
import { peopleOf } from "./names.ts";

/** A sheet on paper that was typed in late, with what each line says. */
export const PaperSheetView = z
  .object({
    sessionId: z.string(),
    status: z.enum(["requested", "approved", "refused"]),
    lines: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        employeeNumber: z.string().optional(),
        state: z.enum(["present", "absent"]),
        halfDays: z.int().optional(),
        excused: z.boolean().optional(),
        why: z.string().optional(),
      }),
    ),
    reason: z.string(),
    requestedBy: z.string(),
    requestedByName: z.string(),
    requestedAt: z.string(),
    decidedBy: z.string().optional(),
    decidedByName: z.string().optional(),
    decidedAt: z.string().optional(),
    /** Why it was refused. */
    why: z.string().optional(),
  })
  .openapi("PaperSheet");

export async function paperSheetView(deps: Pick<AttendanceDeps, "members">, sheet: Info) {
  const decidedBy = sheet.status === "requested" ? undefined : sheet.decidedBy;
  const ids = [...sheet.lines.map(({ memberId }) => memberId), sheet.requestedBy, decidedBy ?? sheet.requestedBy];
  const person = await peopleOf(deps, ids);
  return PaperSheetView.parse({
    ...sheet,
    requestedByName: person(sheet.requestedBy).name,
    ...(decidedBy === undefined ? {} : { decidedByName: person(decidedBy).name }),
    lines: sheet.lines.map((line) => ({ ...line, ...person(line.memberId) })),
  });
}

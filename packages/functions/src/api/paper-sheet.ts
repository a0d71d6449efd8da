import { createRoute, z } from "@hono/zod-openapi";
import type { AttendanceDeps } from "@yigong/application/attendance/attendance-stores.ts";
import { decidePaperSheet } from "@yigong/application/attendance/decide-paper-sheet.ts";
import { listRoll, type RollLine } from "@yigong/application/attendance/list-roll.ts";
import { submitPaperSheet } from "@yigong/application/attendance/submit-paper-sheet.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import * as Attendance from "@yigong/core/attendance/attendance.ts";
import { MOST_LINES } from "@yigong/core/attendance/paper-sheet.ts";
import { LANGUAGES } from "@yigong/core/language/index.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import * as Member from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { signInSheet } from "../documents/sign-in-sheet.ts";
import { actorOf, answers, body, routes, STEP_UP, security } from "../lib/edge.ts";
import { PaperSheetView, paperSheetView } from "./paper-sheet.view.ts";

const tags = ["Attendance"];
const BySession = z.object({ id: Activity.Id, sessionId: Activity.SessionId });
const [Called, Missed] = Attendance.Call.options;
const Reason = z.string().trim().min(1).max(1000);
const Sheet = z.object({
  lines: z
    .array(
      z.discriminatedUnion("state", [
        Called.omit({ paper: true }).extend({ memberId: Member.Id }),
        Missed.omit({ paper: true }).extend({ memberId: Member.Id }),
      ]),
    )
    .min(1)
    .max(MOST_LINES)
    .refine((lines) => new Set(lines.map((line) => line.memberId)).size === lines.length, "nobody twice"),
  /** Why it comes late; needed two hours after the session. */
  reason: Reason.optional(),
});
const Decision = z.discriminatedUnion("approve", [
  z.object({ approve: z.literal(true) }),
  z.object({ approve: z.literal(false), reason: Reason }),
]);
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const path = "/activities/{id}/sessions/{sessionId}/paper-sheet" as const;

export interface PaperSheetDeps extends AttendanceDeps {
  units: Pick<Units, "getMany">;
  now: () => string;
}

async function teamsOf({ units }: PaperSheetDeps, lines: readonly RollLine[]) {
  const ids = [...new Set(lines.flatMap(({ teamIds }) => teamIds))];
  const teams = new Map((await units.getMany(ids)).map((unit) => [unit.id as string, unit.name]));
  return (id: string) => teams.get(id) ?? "";
}

/** A sign-in sheet that was filled in on paper. @source docs/domain.md lifecycle 3, "Decision, paper" */
export const paperSheetRoutes = (deps: PaperSheetDeps) => {
  const lead = async (actor: Actor, activityId: string) =>
    allow(actor, "attendance.lead", activitySubjectBeyondTeam(await deps.activities.get(activityId, recent)));
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path,
        summary: "The sheet on paper of a session that was typed in late, if there is one",
        tags,
        security,
        request: { params: BySession },
        responses: answers(z.object({ sheet: PaperSheetView.optional() }), "The sheet as it stands"),
      }),
      async (c) => {
        const { id: activityId, sessionId } = c.req.valid("param");
        await lead(actorOf(c), activityId);
        const sheet = await deps.attendances.findSheet({ activityId, sessionId });
        return c.json(sheet ? { sheet: await paperSheetView(deps, sheet) } : {}, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path,
        summary: "Type in a sheet on paper: a roll-call in time, else one batch that somebody else decides",
        tags,
        security,
        request: { params: BySession, ...body(Sheet) },
        responses: answers(
          z.object({ recorded: z.int(), asked: z.int() }),
          "How many lines were put down or asked for",
        ),
      }),
      async (c) => {
        const { id: activityId, sessionId } = c.req.valid("param");
        const said = { ...c.req.valid("json"), by: await lead(actorOf(c), activityId), at: deps.now() };
        const came = await submitPaperSheet(deps, { activityId, sessionId }, said);
        const recorded = "recorded" in came ? came.recorded.length : 0;
        return c.json({ recorded, asked: "asked" in came ? came.asked.lines.length : 0 }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: `${path}/decision`,
        summary: "Approve or refuse a sheet that was typed in late, as a second person",
        ...STEP_UP,
        tags,
        security,
        request: { params: BySession, ...body(Decision) },
        responses: answers(PaperSheetView, "The sheet as it was decided"),
      }),
      async (c) => {
        const { id: activityId, sessionId } = c.req.valid("param");
        const said = c.req.valid("json");
        const by = await lead(actorOf(c), activityId);
        const decision = { by, at: deps.now(), why: said.approve ? undefined : said.reason };
        const sheet = await decidePaperSheet(deps, { activityId, sessionId }, decision);
        return c.json(await paperSheetView(deps, sheet), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/sessions/{sessionId}/sign-in-sheet",
        summary: "The sheet to sign on paper, a line and a box a person",
        tags,
        security,
        request: { params: BySession, query: z.object({ language: z.enum(LANGUAGES).default("zh-CN") }) },
        responses: {
          200: {
            description: "A workbook",
            content: { [XLSX]: { schema: z.string().openapi({ format: "binary" }) } },
          },
        },
      }),
      async (c) => {
        const { id: activityId, sessionId } = c.req.valid("param");
        await lead(actorOf(c), activityId);
        const { lines } = await listRoll(deps, { activityId, sessionId });
        const teamOf = await teamsOf(deps, lines);
        const bytes = await signInSheet(lines, { language: c.req.valid("query").language, teamOf });
        return c.body(new Uint8Array(bytes), 200, { "content-type": XLSX });
      },
    );
};

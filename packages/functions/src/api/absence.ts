import { createRoute, z } from "@hono/zod-openapi";
import { appealAbsence } from "@yigong/application/attendance/appeal-absence.ts";
import type { AttendanceDeps } from "@yigong/application/attendance/attendance-stores.ts";
import { decideAppeal } from "@yigong/application/attendance/decide-appeal.ts";
import { findBranch } from "@yigong/application/attendance/find-branch.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { Appeal } from "@yigong/core/attendance/attendance.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { AttendanceView, attendanceView } from "./attendance.view.ts";

const tags = ["Attendance"];
const BySession = z.object({ id: Activity.Id, sessionId: Activity.SessionId });
const Verdict = z.object({ upheld: z.boolean(), reason: z.string().trim().min(1).max(1000) });
const row = answers(AttendanceView, "The absence as it stands now");

/** Appeals against absences, and the decisions on them. @source docs/domain.md lifecycle 3 */
export const absenceRoutes = (deps: AttendanceDeps & { now: () => string }) =>
  routes()
    .openapi(
      createRoute({
        path: "/activities/{id}/absences/{sessionId}/appeal",
        summary: "Appeal against an absence of one's own",
        tags,
        security,
        method: "post",
        request: { params: BySession, ...body(Appeal.pick({ text: true })) },
        responses: row,
      }),
      async (c) => {
        const [{ id, sessionId }, { memberId }] = [c.req.valid("param"), actorOf(c)];
        allow(actorOf(c), "absence.appeal", { ownerId: memberId });
        const said = { ...c.req.valid("json"), at: deps.now() };
        const absent = await appealAbsence(deps, { activityId: id, sessionId, memberId }, said);
        return c.json(await attendanceView(deps, absent), 200);
      },
    )
    .openapi(
      createRoute({
        path: "/activities/{id}/absences/{sessionId}/{memberId}/decision",
        summary: "Decide on an appeal, as alliance or branch secretary",
        tags,
        security,
        method: "post",
        request: { params: BySession.extend({ memberId: Member.Id }), ...body(Verdict) },
        responses: row,
      }),
      async (c) => {
        const { id, ...key } = c.req.valid("param");
        const at = deps.now();
        const by = allow(actorOf(c), "absence.decideAppeal", { branchId: await findBranch(deps, key.memberId, at) });
        const absent = await decideAppeal(deps, { activityId: id, ...key }, { ...c.req.valid("json"), by, at });
        return c.json(await attendanceView(deps, absent), 200);
      },
    );

import { createRoute, z } from "@hono/zod-openapi";
import { approveBackEntry } from "@yigong/application/attendance/approve-back-entry.ts";
import { callRoll } from "@yigong/application/attendance/call-roll.ts";
import { checkInByCode } from "@yigong/application/attendance/check-in.ts";
import { checkOut } from "@yigong/application/attendance/check-out.ts";
import { requestBackEntry } from "@yigong/application/attendance/request-back-entry.ts";
import { showCheckInCode } from "@yigong/application/attendance/show-check-in-code.ts";
import { stateHalfDays } from "@yigong/application/attendance/state-half-days.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import * as Attendance from "@yigong/core/attendance/attendance.ts";
import * as CheckInCode from "@yigong/core/attendance/code.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import * as Member from "@yigong/core/member/member.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { deviceIn } from "../lib/device-cookie.ts";
import { actorOf, answers, body, pageOf, routes, STEP_UP, security } from "../lib/edge.ts";
import { absenceRoutes } from "./absence.ts";
import { AttendanceView, attendancesView, attendanceView, BackEntryView, backEntriesView } from "./attendance.view.ts";
import { type PaperSheetDeps, paperSheetRoutes } from "./paper-sheet.ts";

const tags = ["Attendance"];
const ById = z.object({ id: Activity.Id });
const BySession = z.object({ id: Activity.Id, sessionId: Activity.SessionId });
const ByPerson = BySession.extend({ memberId: Member.Id });
const Code = z.object({
  code: z.string().trim().regex(CheckInCode.SHAPE, "six digits, or the eight characters of the link"),
});
const [Called, Missed] = Attendance.Call.options;
const Lines = z.object({
  lines: z
    .array(
      z.discriminatedUnion("state", [Called.extend({ memberId: Member.Id }), Missed.extend({ memberId: Member.Id })]),
    )
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.memberId)).size === lines.length, "nobody twice"),
});
const Wish = z.object({
  memberId: Member.Id,
  halfDays: Attendance.HalfDays,
  reason: z.string().trim().min(1).max(1000),
});
const ScreenView = z
  .object({
    code: z.string(),
    url: z.string(),
    svg: z.string(),
    validUntil: z.string(),
    upcoming: z.array(z.object({ code: z.string(), url: z.string(), svg: z.string(), validFrom: z.string() })),
    arrived: z.int(),
    expected: z.int(),
    latest: z.array(z.object({ name: z.string(), at: z.string() })),
  })
  .openapi("CheckInScreen");

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const session = <const Rest extends string>(rest: Rest) => `/activities/{id}/sessions/{sessionId}/${rest}` as const;
const row = answers(AttendanceView, "The person's attendance as it stands now");

/** Checking in and out, roll-call, workdays, back entries and absences. @source docs/domain.md lifecycle 3 */
export const attendanceRoutes = (deps: PaperSheetDeps) => {
  const subjectOf = async (activityId: string) =>
    activitySubjectBeyondTeam(await deps.activities.get(activityId, recent));
  const lead = async (actor: Actor, activityId: string) => allow(actor, "attendance.lead", await subjectOf(activityId));
  /** A member for themselves, or the leader for a member. */
  const forSomebody = async (actor: Actor, activityId: string, memberId: string) =>
    memberId === actor.memberId ? allow(actor, "attendance.own", { ownerId: memberId }) : lead(actor, activityId);

  return routes()
    .openapi(
      createRoute({
        ...route(session("code"), "The check-in code of this moment, for the screen at the entrance"),
        method: "get",
        request: { params: BySession },
        responses: answers(ScreenView, "Code, QR code, and how many have arrived"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        await lead(actorOf(c), id);
        c.header("cache-control", "no-store");
        return c.json(await showCheckInCode(deps, { activityId: id, sessionId }, deps.now()), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(session("check-in"), "Check in by the code on the screen"),
        method: "post",
        request: { params: BySession, ...body(Code) },
        responses: row,
      }),
      async (c) => {
        const [{ id, sessionId }, { memberId }] = [c.req.valid("param"), actorOf(c)];
        allow(actorOf(c), "attendance.own", { ownerId: memberId });
        const said = { ...c.req.valid("json"), at: deps.now(), device: deviceIn(c) };
        const present = await checkInByCode(deps, { activityId: id, sessionId, memberId }, said);
        return c.json(await attendanceView(deps, present, actorOf(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(session("check-out"), "Check out: oneself, or somebody as their leader"),
        method: "post",
        request: {
          params: BySession,
          body: { content: { "application/json": { schema: z.object({ memberId: Member.Id.optional() }) } } },
        },
        responses: row,
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        const memberId = c.req.valid("json").memberId ?? actorOf(c).memberId;
        const by = await forSomebody(actorOf(c), id, memberId);
        const present = await checkOut(deps, { activityId: id, sessionId, memberId }, { by, at: deps.now() });
        return c.json(await attendanceView(deps, present, actorOf(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(session("roll-call"), "Put down who is there and who is not, as their leader"),
        method: "post",
        request: { params: BySession, ...body(Lines) },
        responses: answers(z.object({ items: z.array(AttendanceView) }), "The people called, as they stand now"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        const call = { ...c.req.valid("json"), by: await lead(actorOf(c), id), at: deps.now() };
        const rows = await callRoll(deps, { activityId: id, sessionId }, call);
        return c.json({ items: await attendancesView(deps, rows) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route(session("attendance/{memberId}/half-days"), "State the workdays of somebody who did not check out"),
        method: "put",
        request: { params: ByPerson, ...body(z.object({ halfDays: Attendance.HalfDays })) },
        responses: row,
      }),
      async (c) => {
        const { id, ...key } = c.req.valid("param");
        const said = { ...c.req.valid("json"), by: await lead(actorOf(c), id), at: deps.now() };
        const present = await stateHalfDays(deps, { activityId: id, ...key }, said);
        return c.json(await attendanceView(deps, present), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/attendance", "Who was present and who was not; without a role, one's own"),
        method: "get",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(AttendanceView), "Attendances by session"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const actor = actorOf(c);
        const reads = may(actor, "people.read", await subjectOf(id));
        const own = async () => (await deps.attendances.of(id)).filter((one) => one.memberId === actor.memberId);
        const { items, cursor } = reads
          ? await deps.attendances.page(id, c.req.valid("query"))
          : { items: await own(), cursor: undefined };
        return c.json({ items: await attendancesView(deps, items), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route(session("back-entries"), "Back entries of a session, asked for and approved"),
        method: "get",
        request: { params: BySession },
        responses: answers(z.object({ items: z.array(BackEntryView) }), "Back entries"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        await lead(actorOf(c), id);
        const entries = (await deps.attendances.backEntries(id)).filter((entry) => entry.sessionId === sessionId);
        return c.json({ items: await backEntriesView(deps, entries) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route(session("back-entries"), "Ask to put somebody down as present after the stage"),
        method: "post",
        request: { params: BySession, ...body(Wish) },
        responses: answers(BackEntryView, "The back entry, which a second person approves"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        const { memberId, ...wish } = c.req.valid("json");
        const asked = { ...wish, by: await lead(actorOf(c), id), at: deps.now() };
        const entry = await requestBackEntry(deps, { activityId: id, sessionId, memberId }, asked);
        return c.json(BackEntryView.parse((await backEntriesView(deps, [entry]))[0]), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(session("back-entries/{memberId}/approve"), "Approve a back entry, as a second person"),
        ...STEP_UP,
        method: "post",
        request: { params: ByPerson },
        responses: row,
      }),
      async (c) => {
        const { id, ...key } = c.req.valid("param");
        const by = await lead(actorOf(c), id);
        const present = await approveBackEntry(deps, { activityId: id, ...key }, { by, at: deps.now() });
        if (!present) throw attendanceRefusal("attendance.back_entry_missing/notPut");
        return c.json(await attendanceView(deps, present), 200);
      },
    )
    .route("/", paperSheetRoutes(deps))
    .route("/", absenceRoutes(deps));
};

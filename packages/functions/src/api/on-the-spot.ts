import { createRoute, z } from "@hono/zod-openapi";
import { admitMember } from "@yigong/application/attendance/admit.ts";
import { listRoll } from "@yigong/application/attendance/list-roll.ts";
import { syncRollCall } from "@yigong/application/attendance/sync-roll-call.ts";
import { takeWalkIn, type WalkInDeps } from "@yigong/application/attendance/walk-in.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { CHECK_IN_BEFORE_HOURS, CHECK_OUT_AFTER_HOURS } from "@yigong/core/attendance/attendance.ts";
import { Entry, isLateFor } from "@yigong/core/attendance/phone-entry.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { AttendanceView, attendanceView } from "./attendance.view.ts";
import { namesOf } from "./names.ts";
import { lineView, RollView, SyncedView, syncedView } from "./roll.view.ts";

const tags = ["Attendance"];
const BySession = z.object({ id: Activity.Id, sessionId: Activity.SessionId });
const ByPerson = BySession.extend({ memberId: Member.Id });
const [Called, Missed] = Entry.options;
const Entries = z.object({
  entries: z
    .array(
      z.discriminatedUnion("state", [Called.extend({ memberId: Member.Id }), Missed.extend({ memberId: Member.Id })]),
    )
    .min(1)
    .max(200)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, "no key twice"),
});
/** Consent and the risks are said yes to, also on the spot. @source State Council Order 685 */
const WalkIn = z.object({
  memberId: Member.Id,
  positionId: Activity.PositionId.optional(),
  consent: z.literal(true),
  acceptsRisks: z.literal(true),
});
const WalkInView = z.object({ positionId: z.string(), attendance: AttendanceView }).openapi("WalkIn");

const route = <const Rest extends string>(rest: Rest, summary: string) =>
  ({ path: `/activities/{id}/sessions/{sessionId}/${rest}` as const, summary, tags, security }) as const;

export type SpotDeps = WalkInDeps & { now: () => string };

/** What the leader's phone does at the entrance, also what it did without a network. @source docs/domain.md lifecycle 3 */
export const spotRoutes = (deps: SpotDeps) => {
  const subjectOf = async (activityId: string, { memberId }: Actor) => {
    const steward = await deps.stewards.find(activityId, memberId);
    const stewardIds = steward ? [memberId] : [];
    return { ...activitySubjectBeyondTeam(await deps.activities.get(activityId, recent)), stewardIds };
  };

  return routes()
    .openapi(
      createRoute({
        ...route("roll", "Whom the leader may call, and what is known of them: for a phone to keep"),
        method: "get",
        request: { params: BySession },
        responses: answers(RollView, "People with a place, then those on the duty list"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        const subject = await subjectOf(id, actorOf(c));
        allow(actorOf(c), "attendance.admit", subject);
        const roll = await listRoll(deps, { activityId: id, sessionId });
        const mayCall = may(actorOf(c), "attendance.lead", subject);
        return c.json(await rollView(deps, roll, { mayCall, language: languageFor(c) }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("roll-call/sync", "Hand in the roll-call that a phone kept while it had no network"),
        method: "post",
        request: { params: BySession, ...body(Entries) },
        responses: answers(SyncedView, "What became of each entry, and what stands there"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        const [at, scope] = [deps.now(), { activityId: id, sessionId }];
        const by = allow(actorOf(c), "attendance.lead", await subjectOf(id, actorOf(c)));
        const synced = await syncRollCall(deps, scope, { ...c.req.valid("json"), by, at });
        return c.json(await syncView(deps, synced, { scope, at, language: languageFor(c) }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("check-ins/{memberId}", "Check somebody in who has a place, as a steward or their leader"),
        method: "post",
        request: { params: ByPerson },
        responses: answers(AttendanceView, "The person's attendance"),
      }),
      async (c) => {
        const { id, ...key } = c.req.valid("param");
        const subject = await subjectOf(id, actorOf(c));
        const by = allow(actorOf(c), "attendance.admit", subject);
        const steward = !may(actorOf(c), "attendance.lead", subject);
        const present = await admitMember(deps, { activityId: id, ...key }, { by, at: deps.now(), steward });
        return c.json(await attendanceView(deps, present), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("walk-ins", "Take a volunteer in on the spot: a free place, and down as present"),
        method: "post",
        request: { params: BySession, ...body(WalkIn) },
        responses: answers(WalkInView, "The place and the attendance"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        const { memberId, positionId } = c.req.valid("json");
        const by = allow(actorOf(c), "attendance.lead", await subjectOf(id, actorOf(c)));
        const key = { activityId: id, sessionId, memberId };
        const { place, attendance } = await takeWalkIn(deps, key, { positionId, by, at: deps.now() });
        return c.json({ positionId: place.positionId, attendance: await attendanceView(deps, attendance) }, 200);
      },
    );
};

type Speaking = Parameters<typeof lineView>[1]["language"];

async function rollView(
  deps: SpotDeps,
  { activity, session, lines }: Awaited<ReturnType<typeof listRoll>>,
  { mayCall, language }: { mayCall: boolean; language: Speaking },
): Promise<z.output<typeof RollView>> {
  const units = await deps.units.getMany([...new Set(lines.flatMap(({ teamIds }) => teamIds))] as never[]);
  const teams = new Map(units.map((unit) => [unit.id as string, unit.name]));
  const nameOf = await namesOf(
    deps,
    lines.flatMap(({ row }) => row?.by ?? []),
  );
  const teamOf = (id: string) => teams.get(id) ?? id;
  return {
    serverTime: deps.now(),
    activity: { id: activity.id, title: activity.title, place: activity.place },
    session: { id: session.id, startsAt: session.startsAt, endsAt: session.endsAt },
    opensAt: plusHours(session.startsAt, -CHECK_IN_BEFORE_HOURS),
    closesAt: plusHours(session.endsAt, CHECK_OUT_AFTER_HOURS),
    mayCall,
    people: lines.map((line) => lineView(line, { nameOf, teamOf, language })),
  };
}

async function syncView(
  deps: SpotDeps,
  synced: Awaited<ReturnType<typeof syncRollCall>>,
  { scope, at, language }: { scope: { activityId: string; sessionId: string }; at: string; language: Speaking },
): Promise<z.output<typeof SyncedView>> {
  const { sessions } = await deps.activities.get(scope.activityId, recent);
  const endsAt = sessions.find(({ id }) => id === scope.sessionId)?.endsAt ?? at;
  const lateHours = isLateFor({ endsAt }, at)
    ? Math.floor((Date.parse(at) - Date.parse(endsAt)) / 3_600_000)
    : undefined;
  const nameOf = await namesOf(
    deps,
    synced.flatMap(({ row }) => row?.by ?? []),
  );
  return {
    serverTime: at,
    entries: synced.map((one) => syncedView(one, { nameOf, language, lateHours, zone: deps.zone })),
  };
}

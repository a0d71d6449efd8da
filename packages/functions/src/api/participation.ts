import { createRoute, z } from "@hono/zod-openapi";
import { findWarnings } from "@yigong/application/participation/find-engagements.ts";
import { findOwnStanding, type OwnStandingDeps } from "@yigong/application/participation/find-own-standing.ts";
import { listOwnParticipations } from "@yigong/application/participation/list-own-participations.ts";
import { countsOf, type Named, pageOfPeople, peopleOf } from "@yigong/application/participation/list-people.ts";
import { ownPlace } from "@yigong/application/participation/own-place.ts";
import { signUp } from "@yigong/application/participation/sign-up.ts";
import { withdrawFromSession } from "@yigong/application/participation/withdraw-from-session.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import { STATES } from "@yigong/core/participation/duty.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { languageOf } from "../lib/accept-language.ts";
import { actorOf, answers, body, ownRowOf, pageOf, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import {
  DutyListView,
  MineView,
  markedView,
  mineView,
  ParticipationView,
  PersonView,
  PlaceView,
  participationView,
  personView,
  placeView,
} from "./participation.view.ts";

const tags = ["Participation"];
const ById = z.object({ id: Activity.Id });
const BySession = ById.extend({ sessionId: Activity.SessionId });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

/** Consent and the risks are said yes to, each time: nobody is signed up without. @source State Council Order 685 */
const SignUp = z.object({
  positionId: Activity.PositionId.optional(),
  consent: z.literal(true),
  acceptsRisks: z.literal(true),
});

export interface ParticipationRouteDeps extends OwnStandingDeps {
  now: () => string;
}

/** Whom of an activity's people the actor may see: all, or those of their own branch or team. @throws `permission.denied` */
function visibleTo(actor: Actor, activity: Activity.Info, day: string): (member: Member) => boolean {
  const whole = activitySubject(activity);
  if (may(actor, "people.read", whole)) return () => true;
  const units = actor.grants.flatMap(({ scope }) => (scope.kind === "all" ? [] : [scope.unitId]));
  const somewhere = units.some((unitId) => may(actor, "people.read", { branchId: unitId, teamIds: [unitId] }));
  if (!somewhere) allow(actor, "people.read", whole);
  return (member) =>
    may(actor, "people.read", { branchId: affiliationOn(member, day).branchId, teamIds: member.teamIds });
}

/** Signing up, places, the duty list and everybody of an activity. */
export const participationRoutes = (deps: ParticipationRouteDeps) => {
  const join = signUp(deps);
  const leave = withdrawFromSession(deps);
  const people = async (actor: Actor, activityId: string) => {
    const at = deps.now();
    const activity = await deps.activities.get(activityId, recent);
    const visible = visibleTo(actor, activity, dayOf(at, deps.zone));
    return { at, visible, activity, all: await peopleOf(deps, activity) };
  };
  /** Who gave their place up, or need not come, is minded no more. */
  const marksOf = async (
    activity: Activity.Info,
    items: readonly Named[],
    reader: { at: string; language: Language },
  ) => {
    const coming = items.filter(({ places, dutyState }) => places.some(isActive) || dutyState === "undecided");
    const memberIds = coming.map(({ memberId }) => memberId);
    const warnings = await findWarnings(deps, activity, { memberIds, at: reader.at });
    return items.map((one) => markedView(one, warnings.get(one.memberId) ?? [], { ...reader, zone: deps.zone }));
  };

  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}/sign-ups", "Sign up, or answer the duty by attending"),
        method: "post",
        request: { params: ById, ...body(SignUp) },
        responses: answers(PlaceView, "The place, or the one in the waiting list"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "participation.own", { ownerId: memberId });
        const { id: activityId } = c.req.valid("param");
        const { positionId } = c.req.valid("json");
        const signedUp = await join({ activityId, memberId, positionId, at: deps.now(), member: ownRowOf(c) });
        return c.json(placeView(await ownPlace(deps, signedUp)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/activities/{id}/sign-ups/me",
          "An activity's page: what it is, my places, and what I may sign up for",
        ),
        method: "get",
        request: { params: ById, headers: z.object({ "accept-language": z.string().optional() }) },
        responses: answers(MineView, "The activity, where I stand, and every reason against signing up"),
      }),
      async (c) => {
        const who = { memberId: actorOf(c).memberId, at: deps.now(), member: ownRowOf(c) };
        const mine = await findOwnStanding(deps, c.req.valid("param").id, who);
        const language = languageOf(who.member?.language, c.req.valid("header")["accept-language"]);
        return c.json(mineView(mine, language, deps.zone), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/sign-ups/{sessionId}", "Withdraw from a session"),
        method: "delete",
        request: {
          params: BySession,
          // A DELETE has no body that every proxy keeps.
          query: z.object({ reason: z.string().trim().min(1).max(1000).optional() }),
        },
        responses: answers(PlaceView, "The place as it was given up"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "participation.own", { ownerId: memberId });
        const { id: activityId, sessionId } = c.req.valid("param");
        const { reason } = c.req.valid("query");
        const place = await leave({ activityId, memberId, sessionId, reason, at: deps.now() });
        return c.json(placeView({ place, provisional: false }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/duty-list", "The duty list, counted and by person"),
        method: "get",
        request: { params: ById, query: PageRequest.extend({ state: z.enum(STATES).optional() }) },
        responses: answers(DutyListView, "Counts that add up to the list, and a page of its people"),
      }),
      async (c) => {
        const { state, ...page } = c.req.valid("query");
        const { all, activity: _, ...rest } = await people(actorOf(c), c.req.valid("param").id);
        const persons = all.persons.filter(({ dutyState }) => dutyState && (!state || dutyState === state));
        const { items, cursor } = await pageOfPeople(deps, { ...rest, persons }, page);
        const list = { fixedAt: all.fixedAt, total: all.states.size, counts: countsOf(all) };
        return c.json({ ...list, items: items.map(personView), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/people", "Duty list, sign-ups and waiting list in one table"),
        method: "get",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(PersonView), "People: placed, waiting, released, undecided, withdrawn"),
      }),
      async (c) => {
        const { all, activity, ...rest } = await people(actorOf(c), c.req.valid("param").id);
        const { items, cursor } = await pageOfPeople(deps, { ...rest, persons: all.persons }, c.req.valid("query"));
        const marked = await marksOf(activity, items, { at: rest.at, language: languageFor(c) });
        return c.json({ items: marked, cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/participations", "My places in all activities"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(ParticipationView), "My places, the latest session first"),
      }),
      async (c) => {
        const who = { memberId: actorOf(c).memberId, at: deps.now() };
        const { items, cursor } = await listOwnParticipations(deps, who, c.req.valid("query"));
        return c.json({ items: items.map(participationView), cursor }, 200);
      },
    );
};

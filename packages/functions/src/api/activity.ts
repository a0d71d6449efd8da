import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { ActivityChangeDeps } from "@yigong/application/activity/activity-change.ts";
import { cancelActivity } from "@yigong/application/activity/cancel-activity.ts";
import { type CreateDeps, createActivity } from "@yigong/application/activity/create-activity.ts";
import { extendStage } from "@yigong/application/activity/extend-stage.ts";
import { findOwnActivities } from "@yigong/application/activity/find-own-activities.ts";
import { NewActivity } from "@yigong/application/activity/new-activity.ts";
import { requireClosable } from "@yigong/application/activity/require-closable.ts";
import { rescheduleActivity } from "@yigong/application/activity/reschedule-activity.ts";
import type { DecideStage } from "@yigong/application/lifecycle/decide-stage.ts";
import { pageActivities } from "@yigong/application/search/page-activities.ts";
import type { Books } from "@yigong/application/search/search-books.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import type { Audits } from "@yigong/core/audit/audit.store.ts";
import { Campaign } from "@yigong/core/campaign/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { Instant, plusHours } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, countedPageOf, inOrder, Offset, pageOf, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { ActivityView, activityView, ListedView, listedView } from "./activity.view.ts";
import { type AuditNames, AuditView, auditViews } from "./audit.view.ts";

const tags = ["Activities"];
const ById = z.object({ id: Activity.Id });
const Reason = z.string().trim().min(1).max(1000);

const Listing = PageRequest.extend({
  offset: Offset,
  /** A part of the title, its pinyin or initials. */
  q: z.string().trim().min(1).max(60).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  status: ActivityView.shape.status.optional(),
  stage: Stage.optional(),
  /** Only those in which one has a place, waits for one, or which one leads. */
  mine: z.enum(["true", "false"]).default("false"),
  origin: Activity.Origin.optional(),
  campaignId: Campaign.Id.optional(),
}).refine(...inOrder);

const NewTimes = z.object({
  sessions: z
    .array(z.object({ id: Activity.SessionId, startsAt: Instant, endsAt: Instant }))
    .min(1)
    .max(20),
  recruitUntil: Instant.optional(),
  coverUntil: Instant.optional(),
  reason: Reason,
});

const view = answers(ActivityView, "The activity and where it stands");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface ActivityDeps extends ActivityChangeDeps, Omit<CreateDeps, "members"> {
  members: CreateDeps["members"] & AuditNames["members"];
  reader: AuditNames["reader"];
  lifecycles: Lifecycles;
  activities: Activities;
  audits: Audits;
  participations: Pick<Participations, "rowsAfter" | "countsOf">;
  books: Pick<Books, "activities">;
  newId: NewId;
  now: () => string;
  decideStage: DecideStage;
}

/** The id of a new activity: from the caller and its idempotency key, so that a double click makes one. */
const idFor = (deps: ActivityDeps, memberId: string, key: string | undefined): string => {
  if (key === undefined) return deps.newId("act");
  const digits = BigInt(`0x${createHash("sha256").update(`${memberId}\n${key}`).digest("hex")}`).toString(36);
  return `act_${digits.slice(0, 26).padStart(26, "0")}`;
};

/** Creating, reading and changing activities, under `/activities`. */
export const activityRoutes = (deps: ActivityDeps) => {
  const show = async (id: string) => activityView(await deps.activities.get(id), await deps.lifecycles.get(id));
  const showNamed = async (id: string) => {
    const shown = await show(id);
    const [organizer] = await deps.members.getMany([shown.organizerId], recent);
    if (!organizer) return shown;
    return { ...shown, organizer: { name: organizer.name, employeeNumber: organizer.employeeNumber } };
  };
  const create = createActivity(deps);
  const cancel = cancelActivity(deps);
  const extend = extendStage(deps);
  const move = rescheduleActivity(deps);

  return routes()
    .openapi(
      createRoute({
        ...route("/activities", "Start an activity"),
        method: "post",
        request: {
          headers: z.object({ "idempotency-key": z.string().min(8).max(200).optional() }),
          ...body(NewActivity),
        },
        responses: view,
      }),
      async (c) => {
        const actor = actorOf(c);
        const activityId = idFor(deps, actor.memberId, c.req.valid("header")["idempotency-key"]);
        const { id } = await create(c.req.valid("json"), { actor, at: deps.now(), activityId });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities", "List activities by start"),
        method: "get",
        request: { query: Listing },
        responses: answers(
          countedPageOf(ListedView),
          "Activities in the order of their start, and how many match in all",
        ),
      }),
      async (c) => {
        allow(actorOf(c), "activity.read");
        const { from, to, mine, limit, cursor, offset, ...query } = c.req.valid("query");
        const span = { from: from ?? plusHours(to ?? deps.now(), -24 * 400), to: to ?? "9999" };
        const own = mine === "true" ? await findOwnActivities(deps, actorOf(c).memberId, span.from) : undefined;
        const place = { limit, cursor, offset };
        const { items, ...page } = await pageActivities(deps, span, { ...query, place, isMine: own });
        const people = await deps.participations.countsOf(items.map(([activity]) => activity));
        return c.json({ ...page, items: items.map(([one, stands]) => listedView(one, stands, people)) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}", "Read an activity"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "activity.read");
        return c.json(await showNamed(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/close", "End a stage early"),
        method: "post",
        request: { params: ById, ...body(z.object({ stage: Stage, reason: Reason })) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { stage, reason }, at] = [c.req.valid("param"), c.req.valid("json"), deps.now()];
        const activity = await deps.activities.get(id);
        const { actorId, ...grounds } = allow(actorOf(c), "activity.run", activitySubjectBeyondTeam(activity));
        requireClosable(activity, stage, at);
        await deps.decideStage({ activityId: id, stage, kind: "closedEarly", by: actorId, at, reason, ...grounds });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/extend", "Give a stage more time"),
        method: "post",
        request: { params: ById, ...body(z.object({ stage: Stage, until: Instant, reason: Reason.optional() })) },
        responses: view,
      }),
      async (c) => {
        const { reason, ...time } = c.req.valid("json");
        const activity = await deps.activities.get(c.req.valid("param").id);
        const grounds = allow(actorOf(c), "activity.run", activitySubjectBeyondTeam(activity));
        return c.json(
          activityView(activity, await extend(activity, time, { ...grounds, at: deps.now(), reason })),
          200,
        );
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/reschedule", "Move an activity in time"),
        method: "post",
        request: { params: ById, ...body(NewTimes) },
        responses: view,
      }),
      async (c) => {
        const { reason, ...times } = c.req.valid("json");
        const { id, ...activity } = await deps.activities.get(c.req.valid("param").id);
        const grounds = allow(actorOf(c), "activity.run", activitySubjectBeyondTeam(activity));
        await move(id, times, { ...grounds, at: deps.now(), reason });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/cancel", "Cancel an activity; every record stays"),
        method: "post",
        request: { params: ById, ...body(z.object({ reason: Reason })) },
        responses: view,
      }),
      async (c) => {
        const activity = await deps.activities.get(c.req.valid("param").id);
        const grounds = allow(actorOf(c), "activity.cancel", activitySubjectBeyondTeam(activity));
        const lifecycle = await cancel(activity, { ...grounds, at: deps.now(), reason: c.req.valid("json").reason });
        return c.json(activityView(activity, lifecycle), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/audit", "Who did what, newest first"),
        method: "get",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(AuditView), "Audit entries"),
      }),
      async (c) => {
        const activity = await deps.activities.get(c.req.valid("param").id);
        allow(actorOf(c), "audit.read", activitySubjectBeyondTeam(activity));
        const { items, ...page } = await deps.audits.about(activity.id, c.req.valid("query"));
        return c.json({ ...page, items: await auditViews(deps, items, languageFor(c)) }, 200);
      },
    );
};

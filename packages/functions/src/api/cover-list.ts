import { createRoute, z } from "@hono/zod-openapi";
import { type CoverNames, namesOf } from "@yigong/application/cover/cover-names.ts";
import type { CoverDeps } from "@yigong/application/cover/cover-stores.ts";
import { type ListedNeed, type ListNeedsDeps, listNeeds } from "@yigong/application/cover/list-needs.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Instant, plusHours } from "@yigong/core/lib/time.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, countedPageOf, inOrder, Offset, routes, security } from "../lib/edge.ts";
import { NeedView, needView } from "./cover.view.ts";

const Listing = PageRequest.extend({
  offset: Offset,
  status: NeedView.shape.status.optional(),
  /** Of the shift's beginning; from now on for a hundred days unless told. */
  from: Instant.optional(),
  to: Instant.optional(),
  branchId: UnitId.optional(),
}).refine(...inOrder);
const ListedView = NeedView.extend({ title: z.string() }).openapi("ListedCoverNeed");
const SHOWN_HOURS = 100 * 24;

type Deps = ListNeedsDeps & Pick<CoverDeps, "members" | "units" | "zone"> & { now: () => string };

/** Readers of an activity see all of its needs, a branch secretary those of the branch. */
const seenBy =
  (actor: Actor) =>
  (need: ListedNeed["need"], activity: ListedNeed["activity"]): boolean =>
    may(actor, "cover.read", activitySubjectBeyondTeam(activity)) ||
    may(actor, "cover.read", { branchId: need.branchId });

const listedView =
  (names: CoverNames) =>
  ({ need, activity }: ListedNeed) => ({
    ...needView(need, names),
    title: activity.title,
  });

/** Needs for cover over all activities. */
export const coverListRoutes = (deps: Deps) =>
  routes().openapi(
    createRoute({
      method: "get",
      path: "/covers",
      summary: "Needs for cover over all activities that I may read: open ones first, then by shift",
      tags: ["Covers"],
      security,
      request: { query: Listing },
      responses: answers(countedPageOf(ListedView), "Needs by the beginning of the shift, and how many match in all"),
    }),
    async (c) => {
      const actor = actorOf(c);
      allow(actor, "cover.read", { ownerId: actor.memberId });
      const {
        limit,
        cursor,
        offset,
        from = deps.now(),
        to = plusHours(from, SHOWN_HOURS),
        ...filter
      } = c.req.valid("query");
      const span = { ...filter, from, to, maySee: seenBy(actor) };
      const { items, ...page } = await listNeeds(deps, span, { limit, cursor, offset });
      const needs = items.map(({ need }) => need);
      const decliners = needs.flatMap(({ declinedBy }) => declinedBy.map((one) => one.memberId));
      return c.json({ ...page, items: items.map(listedView(await namesOf(deps, needs, decliners))) }, 200);
    },
  );

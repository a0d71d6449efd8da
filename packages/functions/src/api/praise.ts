import { createRoute, z } from "@hono/zod-openapi";
import { type PraiseDeps, recordPraise } from "@yigong/application/praise/record-praise.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { CalendarYear, yearOf } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { Praise } from "@yigong/core/praise/index.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { withPeople, withPeopleOf } from "./names.ts";
import { PraiseView } from "./praise.view.ts";
import { type PraiseShowing, praiseShown } from "./praise-shown.ts";

const tags = ["Praise"];
const ById = z.object({ year: CalendarYear, praiseId: Praise.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const To = z.discriminatedUnion("kind", [
  Praise.To.options[0].extend({ memberId: Member.Id }),
  Praise.To.options[1],
  Praise.To.options[2].extend({ activityId: Activity.Id }),
]);
const Listing = PageRequest.extend({
  year: CalendarYear.optional(),
  memberId: Member.Id.optional(),
  teamId: UnitId.optional(),
  activityId: Activity.Id.optional(),
});
const view = answers(PraiseView, "The praise");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface PraiseRouteDeps extends PraiseDeps, PraiseShowing {
  members: PraiseDeps["members"] & PraiseShowing["members"];
  units: PraiseShowing["units"];
  activities: PraiseDeps["activities"] & PraiseShowing["activities"];
  now: () => string;
}

/** Whom it is about, for permissions: of one person that person owns it. */
const subjectOf = ({ to, branchId }: Praise.Info) => ({
  branchId,
  ...(to.kind === "member" ? { ownerId: to.memberId } : {}),
});

/** Whether somebody may read praise: of a team or an activity everybody may. */
const mayRead = (actor: Actor, praise: Praise.Info): boolean =>
  may(actor, praise.to.kind === "member" ? "praise.readMember" : "praise.read", subjectOf(praise));

/** Praise from outside, for a person, a team or an activity, by year. @source docs/domain.md E7 */
export const praiseRoutes = (deps: PraiseRouteDeps) =>
  routes()
    .openapi(
      createRoute({
        ...route("/praise", "Record praise from outside"),
        method: "post",
        request: { headers: Once, ...body(Praise.Writing.extend({ to: To })) },
        responses: view,
      }),
      async (c) => {
        const actor = actorOf(c);
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const id = Praise.Id.parse(keyedId(deps.newId, "prs", { memberId: actor.memberId, key }));
        const praise = await recordPraise(deps)(c.req.valid("json"), { actor, id, at: deps.now() });
        return c.json(await praiseShown(deps, praise), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/praise", "The praise of a year, or of one person, team or activity"),
        method: "get",
        request: { query: Listing },
        responses: answers(
          withPeopleOf(pageOf(PraiseView)),
          "Praise, voided ones included; what may not be read is left out, so that a page may be short",
        ),
      }),
      async (c) => {
        const { year = yearOf(deps.now(), deps.zone), memberId, teamId, activityId, ...page } = c.req.valid("query");
        allow(actorOf(c), "praise.read");
        const receiver = memberId ?? teamId ?? activityId;
        const found = receiver ? { items: await deps.praises.of(receiver) } : await deps.praises.ofYear(year, page);
        const seen = found.items.filter((one) => mayRead(actorOf(c), one));
        const items = await Promise.all(seen.map((one) => praiseShown(deps, one, { files: receiver !== undefined })));
        return c.json(await withPeople(deps, { ...found, items }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/praise/{year}/{praiseId}", "One praise, with its files"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const { year, praiseId } = c.req.valid("param");
        const praise = await deps.praises.get(year, praiseId);
        allow(actorOf(c), praise.to.kind === "member" ? "praise.readMember" : "praise.read", subjectOf(praise));
        return c.json(await praiseShown(deps, praise), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/praise/{year}/{praiseId}/void", "Void praise, with a reason"),
        method: "post",
        request: { params: ById, ...body(z.object({ reason: Praise.Reason })) },
        responses: view,
      }),
      async (c) => {
        const [{ year, praiseId }, { reason }] = [c.req.valid("param"), c.req.valid("json")];
        const { branchId } = await deps.praises.get(year, praiseId);
        const by = allow(actorOf(c), "praise.write", { branchId });
        const revoke = (held: Praise.Info) => Praise.revoke(held, { at: deps.now(), by, reason });
        return c.json(await praiseShown(deps, await deps.praises.change(year, praiseId, revoke)), 200);
      },
    );

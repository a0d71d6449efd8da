import { createRoute, z } from "@hono/zod-openapi";
import { namesOf } from "@yigong/application/cover/cover-names.ts";
import type { CoverDeps } from "@yigong/application/cover/cover-stores.ts";
import { dropOut } from "@yigong/application/cover/drop-out.ts";
import { listPhoneNumbers } from "@yigong/application/cover/list-phone-numbers.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import * as Member from "@yigong/core/member/member.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { named, OfferView, offersView, PhoneListView } from "./cover.view.ts";

const tags = ["Covers"];
const ByNeed = z.object({ id: Activity.Id, needId: Cover.NeedId });
const Reason = z.string().trim().min(1).max(1000);
type Key = { activityId: string; needId: string };

/** Who arranges a cover: the alliance, the secretary of the branch, the post's head, the activity's organizer. */
export async function arrangerOf(deps: CoverDeps, actor: Actor, { activityId, needId }: Key): Promise<By> {
  const [need, { organizerId }] = await Promise.all([
    deps.covers.get(activityId, needId),
    deps.activities.get(activityId, recent),
  ]);
  const { branchId } = need;
  const owners = [organizerId, (await namesOf(deps, [need])).headOf(need)];
  const own = owners.find((ownerId) => may(actor, "cover.assign", { branchId, ownerId }));
  return allow(actor, "cover.assign", { branchId, ownerId: own });
}

/** What is left to do when a coverer cannot come: giving the cover back, and the numbers of who else could. @source docs/domain.md A7 */
export const coverDropOutRoutes = (deps: CoverDeps & { now: () => string }) => {
  const offered = async (changed: Cover.Info) => OfferView.parse((await offersView(deps, [changed]))[0]);
  return routes()
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/covers/{needId}/drop-out",
        summary: "Give back a cover that was agreed to or confirmed; with a member, what that person said by telephone",
        tags,
        security,
        request: { params: ByNeed, ...body(z.object({ reason: Reason, memberId: Member.Id.optional() })) },
        responses: answers(OfferView, "The cover as it stands now"),
      }),
      async (c) => {
        const { id: activityId, needId } = c.req.valid("param");
        const [actor, { reason, memberId }] = [actorOf(c), c.req.valid("json")];
        const key = { activityId, needId };
        const own = memberId === undefined || memberId === actor.memberId;
        const by = own ? allow(actor, "cover.answer", { ownerId: actor.memberId }) : await arrangerOf(deps, actor, key);
        const said = { memberId: memberId ?? actor.memberId, reason, by, at: deps.now() };
        return c.json(await offered(await dropOut(deps, key, said)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/covers/{needId}/phone-list",
        summary: "Ask for the numbers of who could cover, in order, to phone them; the asking is kept",
        tags,
        security,
        request: { params: ByNeed },
        responses: answers(PhoneListView, "Who could cover, best first, and what it is about"),
      }),
      async (c) => {
        const { id: activityId, needId } = c.req.valid("param");
        const key = { activityId, needId };
        const by = await arrangerOf(deps, actorOf(c), key);
        const people = await listPhoneNumbers(deps, key, { by, at: deps.now() });
        const need = await deps.covers.get(activityId, needId);
        const names = await namesOf(deps, [need]);
        const confirms = may(actorOf(c), "cover.confirm", { ownerId: names.headOf(need) });
        return c.json(PhoneListView.parse({ need: named(need, names), confirms, people }), 200);
      },
    );
};

import { createRoute, z } from "@hono/zod-openapi";
import { requireUnits } from "@yigong/application/organization/require-units.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import type { Deeds } from "@yigong/core/deed/deed.store.ts";
import { Deed } from "@yigong/core/deed/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { type Page, PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { CalendarYear, dayOf, yearOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { DeedView } from "./deed.view.ts";
import { type PeopleDeps, withPeople, withPeopleOf } from "./names.ts";

const tags = ["Deeds"];
const ById = z.object({ year: CalendarYear, deedId: Deed.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const deed = answers(DeedView, "The deed");
const OfActivity = { activityId: Activity.Id.optional() };
const Writing = Deed.Writing.extend(OfActivity);
const Listing = PageRequest.extend({ year: CalendarYear.optional(), ...OfActivity, recordedBy: Member.Id.optional() });

export interface DeedDeps extends PeopleDeps {
  deeds: Deeds;
  activities: { get(activityId: string): Promise<Activity.Info> };
  members: Pick<Members, "getMany">;
  units: Pick<Units, "getMany">;
  newId: NewId;
  now: () => string;
  zone: string;
}

/** Practical deeds, of an activity or alone, counted by year. @source docs/domain.md A12 */
export const deedRoutes = (deps: DeedDeps) =>
  routes()
    .openapi(
      createRoute({
        method: "post",
        path: "/deeds",
        summary: "Record a practical deed",
        tags,
        security,
        request: { headers: Once, ...body(Writing) },
        responses: deed,
      }),
      async (c) => {
        const said = await ofBranch(deps, c.req.valid("json"));
        await requireUnits(deps.units, { branchId: said.branchId });
        const by = allow(actorOf(c), "deed.write", { branchId: said.branchId });
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const id = Deed.Id.parse(keyedId(deps.newId, "deed", { memberId: by.actorId, key }));
        const at = deps.now();
        return c.json(await deps.deeds.record(Deed.record(said, { id, at, by, today: dayOf(at, deps.zone) })), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/deeds",
        summary: "The deeds of a year, or of an activity",
        tags,
        security,
        request: { query: Listing },
        responses: answers(withPeopleOf(pageOf(DeedView)), "Deeds as they were recorded, voided ones included"),
      }),
      async (c) => {
        allow(actorOf(c), "deed.read");
        const { year = yearOf(deps.now(), deps.zone), activityId, recordedBy, ...page } = c.req.valid("query");
        const found = activityId ? deps.deeds.ofActivity(activityId, page) : deps.deeds.ofYear(year, page, recordedBy);
        return c.json(await withPeople(deps, await listed(deps, await found)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/deeds/{year}/count",
        summary: "How many deeds of a year stand",
        tags,
        security,
        request: { params: z.object({ year: CalendarYear }) },
        responses: answers(z.object(Deed.Count.shape).openapi("DeedCount"), "Counted from the records"),
      }),
      async (c) => {
        allow(actorOf(c), "deed.read");
        return c.json(await deps.deeds.count(c.req.valid("param").year), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/deeds/{year}/{deedId}",
        summary: "One deed",
        tags,
        security,
        request: { params: ById },
        responses: deed,
      }),
      async (c) => {
        allow(actorOf(c), "deed.read");
        const { year, deedId } = c.req.valid("param");
        return c.json(await deps.deeds.get(year, deedId), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/deeds/{year}/{deedId}/void",
        summary: "Take a deed out of the count, with a reason",
        tags,
        security,
        request: { params: ById, ...body(z.object({ reason: Deed.Reason })) },
        responses: deed,
      }),
      async (c) => {
        const { year, deedId } = c.req.valid("param");
        const { branchId } = await deps.deeds.get(year, deedId);
        const by = allow(actorOf(c), "deed.write", { branchId });
        const { reason } = c.req.valid("json");
        return c.json(
          await deps.deeds.change(year, deedId, (held) => Deed.revoke(held, { at: deps.now(), by, reason })),
          200,
        );
      },
    );

/** A deed of an activity belongs to the activity's branch unless it says another. @throws `activity.missing` */
async function ofBranch({ activities }: DeedDeps, said: Deed.Writing): Promise<Deed.Writing> {
  if (said.activityId === undefined) return said;
  const activity = await activities.get(said.activityId);
  const branchId = said.branchId ?? activity.branchId;
  return { ...said, ...(branchId ? { branchId } : {}) };
}

/** Deeds as a list shows them: with names, since an id tells nobody anything. */
async function listed(
  { members }: DeedDeps,
  { items, cursor }: Page<Deed.Info>,
): Promise<Page<z.output<typeof DeedView>>> {
  const ids = items.flatMap((one) => [
    one.recordedBy.actorId,
    ...(one.status === "void" ? [one.voidedBy.actorId] : []),
  ]);
  const known = new Map((await members.getMany([...new Set(ids)], recent)).map((one) => [one.id as string, one]));
  const named = (by: Deed.By) => {
    const { name, employeeNumber } = known.get(by.actorId) ?? {};
    return { ...by, ...(name && { name, employeeNumber }) };
  };
  const view = (one: Deed.Info): z.output<typeof DeedView> => ({
    ...one,
    recordedBy: named(one.recordedBy),
    ...(one.status === "void" && { voidedBy: named(one.voidedBy) }),
  });
  return { items: items.map(view), cursor };
}

import { createRoute, z } from "@hono/zod-openapi";
import { type RecordDeedDeps, recordDeed } from "@yigong/application/deed/record-deed.ts";
import { type VoidDeedDeps, voidDeed } from "@yigong/application/deed/void-deed.ts";
import type { PhotoDeps } from "@yigong/application/photo/announce-photo.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import type { Deeds } from "@yigong/core/deed/deed.store.ts";
import { Deed } from "@yigong/core/deed/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { type Page, PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { CalendarYear, yearOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Photo } from "@yigong/core/photo/index.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { DeedView } from "./deed.view.ts";
import { type PeopleDeps, withPeople, withPeopleOf } from "./names.ts";
import { photosView } from "./photo.view.ts";

const tags = ["Deeds"];
const ById = z.object({ year: CalendarYear, deedId: Deed.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const deed = answers(DeedView, "The deed");
const OfActivity = { activityId: Activity.Id.optional() };
const Writing = Deed.Writing.extend(OfActivity);
const Listing = PageRequest.extend({ year: CalendarYear.optional(), ...OfActivity, recordedBy: Member.Id.optional() });

export interface DeedDeps
  extends PeopleDeps,
    PhotoDeps,
    Omit<VoidDeedDeps, "deeds">,
    Omit<RecordDeedDeps, "deeds" | "members"> {
  deeds: Deeds;
  members: Pick<Members, "getMany">;
  newId: NewId;
  now: () => string;
}

/** Practical deeds, of an activity or alone, counted by year. @source docs/domain.md A12 */
export const deedRoutes = (deps: DeedDeps) =>
  routes()
    .openapi(
      createRoute({
        method: "post",
        path: "/deeds",
        summary: "Record a practical deed; from who may not record one it waits to be confirmed",
        tags,
        security,
        request: { headers: Once, ...body(Writing) },
        responses: deed,
      }),
      async (c) => {
        const actor = actorOf(c);
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const id = Deed.Id.parse(keyedId(deps.newId, "deed", { memberId: actor.memberId, key }));
        return c.json(await recordDeed(deps)(c.req.valid("json"), { actor, id, at: deps.now() }), 200);
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
        const found = await deps.deeds.get(year, deedId);
        const photos = await deps.photos.of(deedId, Photo.deedOwner(deedId));
        return c.json({ ...found, photos: await photosView(deps.files, photos) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/deeds/{year}/{deedId}/confirm",
        summary: "Make a reported deed count",
        tags,
        security,
        request: { params: ById },
        responses: deed,
      }),
      async (c) => {
        const { year, deedId } = c.req.valid("param");
        const by = allow(actorOf(c), "deed.write", await deps.deeds.get(year, deedId));
        return c.json(await deps.deeds.change(year, deedId, (held) => Deed.confirm(held, { at: deps.now(), by })), 200);
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
        const act = { actor: actorOf(c), at: deps.now(), ...c.req.valid("json") };
        return c.json(await voidDeed(deps)({ year, deedId }, act), 200);
      },
    );

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

import { createRoute, z } from "@hono/zod-openapi";
import { announcePhoto, type PhotoDeps, photoArrived, removePhoto } from "@yigong/application/photo/announce-photo.ts";
import { Material } from "@yigong/core/archive/index.ts";
import { deedRefusal } from "@yigong/core/deed/deed.refusals.ts";
import type { Deeds } from "@yigong/core/deed/deed.store.ts";
import { Deed } from "@yigong/core/deed/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { CalendarYear } from "@yigong/core/lib/time.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { Photo } from "@yigong/core/photo/index.ts";
import { Praise } from "@yigong/core/praise/index.ts";
import { praiseRefusal } from "@yigong/core/praise/praise.refusals.ts";
import type { Praises } from "@yigong/core/praise/praise.store.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { MaterialView } from "./material.view.ts";
import { PhotoKeyHeader, PhotoUploadView, photoView, uploadView } from "./photo.view.ts";

const ByDeed = z.object({ year: CalendarYear, deedId: Deed.Id });
const ByPraise = z.object({ year: CalendarYear, praiseId: Praise.Id });
const OfPhoto = { photoId: Material.Id };
const deedPath = "/deeds/{year}/{deedId}/photos" as const;
const praisePath = "/praise/{year}/{praiseId}/files" as const;
const upload = answers(PhotoUploadView, "The photo, and the form while it has not arrived");
const shown = answers(MaterialView, "The photo and where it stands");
const gone = { 204: { description: "It is gone" } };
const route = <const Path extends string>(path: Path, tag: string, summary: string) => ({
  ...{ path, summary, tags: [tag], security },
});

export interface RecordPhotoDeps extends PhotoDeps {
  deeds: Pick<Deeds, "get">;
  praises: Pick<Praises, "get">;
  newId: NewId;
  now: () => string;
  wake: () => void;
}

interface Where {
  /** The id of the deed or the praise: it may belong to no activity. */
  activityId: string;
  owner: Photo.Owner;
  by: string;
}

/** Photos of deeds and files of praise: each announced, uploaded and tried again by itself. */
export const recordPhotoRoutes = (deps: RecordPhotoDeps) => {
  /** Whoever said it, and who may record deeds, while it is not voided. */
  const ofDeed = async (actor: Actor, { year, deedId }: z.output<typeof ByDeed>): Promise<Where> => {
    const deed = await deps.deeds.get(year, deedId);
    const isOwn = deed.recordedBy.actorId === actor.memberId;
    const { actorId } = allow(actor, isOwn ? "deed.report" : "deed.write", deed);
    if (deed.status === "void") throw deedRefusal("deed.void");
    return { activityId: deedId, owner: Photo.deedOwner(deedId), by: actorId };
  };
  const ofPraise = async (actor: Actor, { year, praiseId }: z.output<typeof ByPraise>): Promise<Where> => {
    const { branchId, status } = await deps.praises.get(year, praiseId);
    const { actorId } = allow(actor, "praise.write", { branchId });
    if (status === "void") throw praiseRefusal("praise.void");
    return { activityId: praiseId, owner: Photo.praiseOwner(praiseId), by: actorId };
  };
  const announce = async (where: Where, said: Photo.Announced, key: string) => {
    const id = Material.Id.parse(keyedId(deps.newId, "mat", { memberId: where.by, key: `${where.owner} ${key}` }));
    return uploadView(deps.files, await announcePhoto(deps, said, { ...where, id, at: deps.now() }));
  };
  const arrived = async (where: Where, photoId: string) => {
    const photo = await photoArrived(deps, { ...where, photoId }, deps.now());
    deps.wake();
    return photoView(deps.files, photo);
  };
  const remove = async ({ by, ...where }: Where, photoId: string) => {
    await removePhoto(deps, { ...where, photoId }, { at: deps.now(), by });
    deps.wake();
  };

  return routes()
    .openapi(
      createRoute({
        ...route(deedPath, "Deeds", "Announce a photo of a deed and get the form that uploads it"),
        method: "post",
        request: { params: ByDeed, headers: PhotoKeyHeader, ...body(Photo.Announced) },
        responses: upload,
      }),
      async (c) => {
        const where = await ofDeed(actorOf(c), c.req.valid("param"));
        return c.json(await announce(where, c.req.valid("json"), c.req.valid("header")[IDEMPOTENCY_KEY]), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${deedPath}/{photoId}/uploaded`, "Deeds", "Tell that a photo of a deed was uploaded"),
        method: "post",
        request: { params: ByDeed.extend(OfPhoto) },
        responses: shown,
      }),
      async (c) => {
        const { photoId, ...deed } = c.req.valid("param");
        return c.json(await arrived(await ofDeed(actorOf(c), deed), photoId), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${deedPath}/{photoId}`, "Deeds", "Remove a photo from a deed"),
        method: "delete",
        request: { params: ByDeed.extend(OfPhoto) },
        responses: gone,
      }),
      async (c) => {
        const { photoId, ...deed } = c.req.valid("param");
        await remove(await ofDeed(actorOf(c), deed), photoId);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        ...route(praisePath, "Praise", "Announce a file of praise and get the form that uploads it"),
        method: "post",
        request: { params: ByPraise, headers: PhotoKeyHeader, ...body(Photo.Announced) },
        responses: upload,
      }),
      async (c) => {
        const where = await ofPraise(actorOf(c), c.req.valid("param"));
        return c.json(await announce(where, c.req.valid("json"), c.req.valid("header")[IDEMPOTENCY_KEY]), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${praisePath}/{photoId}/uploaded`, "Praise", "Tell that a file of praise was uploaded"),
        method: "post",
        request: { params: ByPraise.extend(OfPhoto) },
        responses: shown,
      }),
      async (c) => {
        const { photoId, ...praise } = c.req.valid("param");
        return c.json(await arrived(await ofPraise(actorOf(c), praise), photoId), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${praisePath}/{photoId}`, "Praise", "Remove a file from praise"),
        method: "delete",
        request: { params: ByPraise.extend(OfPhoto) },
        responses: gone,
      }),
      async (c) => {
        const { photoId, ...praise } = c.req.valid("param");
        await remove(await ofPraise(actorOf(c), praise), photoId);
        return c.body(null, 204);
      },
    );
};

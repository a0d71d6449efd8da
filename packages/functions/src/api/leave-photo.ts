import { createRoute, z } from "@hono/zod-openapi";
import { requireOnDuty, requireUnused } from "@yigong/application/leave/leave-photos.ts";
import type { ParticipationDeps } from "@yigong/application/participation/participation-stores.ts";
import { announcePhoto, type PhotoDeps, photoArrived, removePhoto } from "@yigong/application/photo/announce-photo.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Material } from "@yigong/core/archive/index.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Photo } from "@yigong/core/photo/index.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { MaterialView } from "./material.view.ts";
import { PhotoKeyHeader, PhotoUploadView, photosView, photoView, uploadView } from "./photo.view.ts";

const tags = ["Leave"];
const ById = z.object({ id: Activity.Id });
const ByPhoto = ById.extend({ photoId: Material.Id });
const path = "/activities/{id}/leaves/me/photos" as const;
const route = <const Path extends string>(to: Path, summary: string) => ({ path: to, summary, tags, security });

export type LeavePhotoDeps = ParticipationDeps & PhotoDeps & { now: () => string };

/** What proves a request for leave, as photos: seen by its member and by those who decide. */
export const leavePhotoRoutes = (deps: LeavePhotoDeps) => {
  const own = (activityId: string, memberId: string) => ({ activityId, owner: Photo.leaveOwner(memberId) });

  return routes()
    .openapi(
      createRoute({
        ...route(path, "Announce a photo that proves a request for leave, before asking; again under the same key"),
        method: "post",
        request: { params: ById, headers: PhotoKeyHeader, ...body(Photo.Announced) },
        responses: answers(PhotoUploadView, "The photo, and the form while it has not arrived"),
      }),
      async (c) => {
        const [{ id: activityId }, { memberId: by }] = [c.req.valid("param"), actorOf(c)];
        allow(actorOf(c), "leave.request", { ownerId: by });
        await requireOnDuty(deps, { activityId, memberId: by });
        const key = `${activityId} ${c.req.valid("header")[IDEMPOTENCY_KEY]}`;
        const id = Material.Id.parse(keyedId(deps.newId, "mat", { memberId: by, key }));
        const where = { ...own(activityId, by), id, at: deps.now(), by };
        return c.json(await uploadView(deps.files, await announcePhoto(deps, c.req.valid("json"), where)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${path}/{photoId}/uploaded`, "Tell that a photo was uploaded; it is then checked"),
        method: "post",
        request: { params: ByPhoto },
        responses: answers(MaterialView, "The photo and where it stands"),
      }),
      async (c) => {
        const { id: activityId, photoId } = c.req.valid("param");
        allow(actorOf(c), "leave.request", { ownerId: actorOf(c).memberId });
        const where = { ...own(activityId, actorOf(c).memberId), photoId };
        const photo = await photoArrived(deps, where, deps.now());
        deps.wake();
        return c.json(await photoView(deps.files, photo), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${path}/{photoId}`, "Remove a photo that no request names"),
        method: "delete",
        request: { params: ByPhoto },
        responses: { 204: { description: "It is gone" } },
      }),
      async (c) => {
        const [{ id: activityId, photoId }, { memberId: by }] = [c.req.valid("param"), actorOf(c)];
        allow(actorOf(c), "leave.request", { ownerId: by });
        await requireUnused(deps, { activityId, memberId: by, photoId });
        await removePhoto(deps, { ...own(activityId, by), photoId }, { at: deps.now(), by });
        deps.wake();
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/activities/{id}/leaves/{memberId}/photos",
          "The photos of a request for leave, for those who decide it",
        ),
        method: "get",
        request: { params: ById.extend({ memberId: Member.Id }) },
        responses: answers(
          z.object({ items: z.array(MaterialView) }),
          "Photos with links that are good for about an hour",
        ),
      }),
      async (c) => {
        const { id: activityId, memberId } = c.req.valid("param");
        const leave = await deps.leaves.find(activityId, memberId);
        allow(actorOf(c), "leave.readProof", { branchId: leave?.branchId, ownerId: memberId });
        const photos = await deps.photos.of(activityId, Photo.leaveOwner(memberId));
        const isOwn = memberId === actorOf(c).memberId;
        const named = photos.filter(({ id }) => isOwn || leave?.request.photoIds?.includes(id));
        c.header("cache-control", "no-store");
        return c.json({ items: await photosView(deps.files, named) }, 200);
      },
    );
};

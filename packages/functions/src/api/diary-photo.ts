import { createRoute, z } from "@hono/zod-openapi";
import { type AccessDeps, requireOpenArchive } from "@yigong/application/archive/archive-access.ts";
import { announcePhoto, type PhotoDeps, photoArrived, removePhoto } from "@yigong/application/photo/announce-photo.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import type { Diaries } from "@yigong/core/archive/diary.store.ts";
import { Diary, Material } from "@yigong/core/archive/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { Photo } from "@yigong/core/photo/index.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { MaterialView } from "./material.view.ts";
import { PhotoKeyHeader, PhotoUploadView, photoView, uploadView } from "./photo.view.ts";

const tags = ["Archive"];
const ByDiary = z.object({ id: Activity.Id, diaryId: Diary.Id });
const ByPhoto = ByDiary.extend({ photoId: Material.Id });
const path = "/activities/{id}/diaries/{diaryId}/photos" as const;

export interface DiaryPhotoDeps extends AccessDeps, PhotoDeps {
  diaries: Pick<Diaries, "get">;
  newId: NewId;
  now: () => string;
  wake: () => void;
}

/** Up to nine photos of one's own diary, each announced, uploaded and tried again by itself. */
export const diaryPhotoRoutes = (deps: DiaryPhotoDeps) => {
  const own = async (actor: Actor, { id: activityId, diaryId }: z.output<typeof ByDiary>) => {
    const { memberId } = actor;
    allow(actor, "diary.write", { ownerId: memberId });
    await requireOpenArchive(deps, activityId);
    await deps.diaries.get({ activityId, authorId: memberId, diaryId });
    return { activityId, owner: Photo.diaryOwner(diaryId) };
  };

  return routes()
    .openapi(
      createRoute({
        method: "post",
        path,
        summary: "Announce a photo of one's own diary and get the form that uploads it; again under the same key",
        tags,
        security,
        request: { params: ByDiary, headers: PhotoKeyHeader, ...body(Photo.Announced) },
        responses: answers(PhotoUploadView, "The photo, and the form while it has not arrived"),
      }),
      async (c) => {
        const { memberId: by } = actorOf(c);
        const where = await own(actorOf(c), c.req.valid("param"));
        const key = `${where.owner} ${c.req.valid("header")[IDEMPOTENCY_KEY]}`;
        const id = Material.Id.parse(keyedId(deps.newId, "mat", { memberId: by, key }));
        const announced = await announcePhoto(deps, c.req.valid("json"), { ...where, id, at: deps.now(), by });
        return c.json(await uploadView(deps.files, announced), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: `${path}/{photoId}/uploaded`,
        summary: "Tell that a photo was uploaded; it is then checked",
        tags,
        security,
        request: { params: ByPhoto },
        responses: answers(MaterialView, "The photo and where it stands"),
      }),
      async (c) => {
        const { photoId, ...diary } = c.req.valid("param");
        const where = await own(actorOf(c), diary);
        const photo = await photoArrived(deps, { ...where, photoId }, deps.now());
        deps.wake();
        return c.json(await photoView(deps.files, photo), 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: `${path}/{photoId}`,
        summary: "Remove a photo from one's own diary",
        tags,
        security,
        request: { params: ByPhoto },
        responses: { 204: { description: "It is gone" } },
      }),
      async (c) => {
        const { photoId, ...diary } = c.req.valid("param");
        const where = await own(actorOf(c), diary);
        await removePhoto(deps, { ...where, photoId }, { at: deps.now(), by: actorOf(c).memberId });
        deps.wake();
        return c.body(null, 204);
      },
    );
};

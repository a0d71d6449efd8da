import { createRoute, z } from "@hono/zod-openapi";
import { type AccessDeps, requireOpenArchive } from "@yigong/application/archive/archive-access.ts";
import { removePhotosOf } from "@yigong/application/photo/announce-photo.ts";
import type { Files } from "@yigong/application/ports/files.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { archiveRefusal } from "@yigong/core/archive/archive.refusals.ts";
import type { Diaries } from "@yigong/core/archive/diary.store.ts";
import { Diary } from "@yigong/core/archive/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Photo } from "@yigong/core/photo/index.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { MaterialView } from "./material.view.ts";
import { photosView } from "./photo.view.ts";

const tags = ["Archive"];
const IN_FLIGHT = 8;
const ByActivity = z.object({ id: Activity.Id });
const ById = ByActivity.extend({ diaryId: Diary.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Edit = z.object({ text: Diary.Text, version: z.int().nonnegative() });
const DiaryView = z.object({ ...Diary.Info.shape, photos: z.array(MaterialView).optional() }).openapi("Diary");
const diary = answers(DiaryView, "The diary");

export interface DiaryDeps extends AccessDeps {
  diaries: Diaries;
  /** Whether a member takes or took part in an activity, or leads it. */
  takesPart: (activityId: string, memberId: string) => Promise<boolean>;
  photos: Photos;
  files: Files;
  newId: NewId;
  now: () => string;
  wake: () => void;
}

/** A diary with its photos; others than its author see those that were checked. */
async function withPhotos({ photos, files }: DiaryDeps, diary: Diary.Info, reader: string) {
  const all = await photos.of(diary.activityId, Photo.diaryOwner(diary.id));
  const shown = all.filter(({ file }) => diary.authorId === reader || file.status === "ready");
  return { ...diary, photos: await photosView(files, shown) };
}

/** Whoever writes, for themselves. @throws `permission.denied`, `token.out_of_scope` */
function authorOf(c: Context<Env>): string {
  const { memberId } = actorOf(c);
  allow(actorOf(c), "diary.write", { ownerId: memberId });
  return memberId;
}
const keyIn = ({ id: activityId, diaryId }: z.infer<typeof ById>) => ({ activityId, diaryId });

/** What volunteers write about an activity, each their own, until its archive is filed. @source docs/domain.md E3 */
export const diaryRoutes = (deps: DiaryDeps) =>
  routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/diaries",
        summary: "The diaries of an activity",
        tags,
        security,
        request: { params: ByActivity, query: PageRequest },
        responses: answers(pageOf(DiaryView), "Diaries by author"),
      }),
      async (c) => {
        allow(actorOf(c), "archive.read");
        const { id } = await deps.activities.get(c.req.valid("param").id);
        const { items, cursor } = await deps.diaries.list(id, c.req.valid("query"));
        const reader = actorOf(c).memberId;
        const shown = await mapInParallel(items, IN_FLIGHT, (one) => withPhotos(deps, one, reader));
        return c.json({ items: shown, cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/diaries",
        summary: "Write a diary",
        tags,
        security,
        request: { params: ByActivity, headers: Once, ...body(z.object({ text: Diary.Text })) },
        responses: diary,
      }),
      async (c) => {
        const { id: activityId } = c.req.valid("param");
        const memberId = authorOf(c);
        await requireAuthor(deps, activityId, memberId);
        const id = Diary.Id.parse(
          keyedId(deps.newId, "dia", { memberId, key: c.req.valid("header")[IDEMPOTENCY_KEY] }),
        );
        const { text } = c.req.valid("json");
        const written = { id, activityId, authorId: memberId, text, writtenAt: deps.now(), version: 0 };
        return c.json(await deps.diaries.add(written), 200);
      },
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/activities/{id}/diaries/{diaryId}",
        summary: "Change one's own diary",
        tags,
        security,
        request: { params: ById, ...body(Edit) },
        responses: diary,
      }),
      async (c) => {
        const key = { ...keyIn(c.req.valid("param")), authorId: authorOf(c) };
        await requireOpenArchive(deps, key.activityId);
        const edit = { ...c.req.valid("json"), at: deps.now() };
        const save = () => deps.diaries.change(key, (held) => Diary.edit(held, edit));
        const current = async () => ({ shown: await deps.diaries.get(key) });
        return c.json(await editing(c.req.valid("json"), save, current), 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/activities/{id}/diaries/{diaryId}",
        summary: "Delete one's own diary",
        tags,
        security,
        request: { params: ById },
        responses: { 204: { description: "It is gone" } },
      }),
      async (c) => {
        const key = { ...keyIn(c.req.valid("param")), authorId: authorOf(c) };
        await requireOpenArchive(deps, key.activityId);
        const photos = { activityId: key.activityId, owner: Photo.diaryOwner(key.diaryId) };
        await removePhotosOf(deps, photos, { at: deps.now(), by: key.authorId });
        await deps.diaries.remove(key);
        deps.wake();
        return c.body(null, 204);
      },
    );

/** Who was part of it writes about it: records are true. */
async function requireAuthor(deps: DiaryDeps, activityId: string, memberId: string): Promise<void> {
  await requireOpenArchive(deps, activityId);
  if (!(await deps.takesPart(activityId, memberId))) throw archiveRefusal("diary.not_participant");
}

import { createRoute, z } from "@hono/zod-openapi";
import { type AccessDeps, mayWrite, requireWriter } from "@yigong/application/archive/archive-access.ts";
import { type Files, FORM_MINUTES } from "@yigong/application/ports/files.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { archiveRefusal } from "@yigong/core/archive/archive.refusals.ts";
import { Material } from "@yigong/core/archive/index.ts";
import type { Materials } from "@yigong/core/archive/material.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Instant, plusHours } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { MaterialView, materialView } from "./material.view.ts";

const tags = ["Archive"];
const ByActivity = z.object({ id: Activity.Id });
const ById = ByActivity.extend({ materialId: Material.Id });
const Announcement = z
  .object({
    material: MaterialView,
    form: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }),
    expiresAt: Instant,
  })
  .openapi("MaterialUpload");

export interface MaterialDeps extends AccessDeps {
  materials: Materials;
  files: Files;
  newId: NewId;
  now: () => string;
  /** Tells the outbox that there is something to do. */
  wake: () => void;
}

/** Photos and documents of an archive: announced, uploaded by a form, told, processed, shown. */
export const materialRoutes = (deps: MaterialDeps) => {
  const announce = announceMaterial(deps);
  return routes()
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/materials",
        summary: "Announce a file and get the form that uploads it",
        tags,
        security,
        request: { params: ByActivity, ...body(Material.Announced) },
        responses: answers(Announcement, "Post the fields, then the file in the field `file`, as multipart/form-data"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { actorId } = await requireWriter(deps, actorOf(c), id);
        return c.json(await announce(id, c.req.valid("json"), actorId), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/materials/{materialId}/uploaded",
        summary: "Tell that a file was uploaded; it is then checked",
        tags,
        security,
        request: { params: ById },
        responses: answers(MaterialView, "The file and where it stands"),
      }),
      async (c) => {
        const { id, materialId } = c.req.valid("param");
        await requireWriter(deps, actorOf(c), id);
        const material = await arrived(deps, await deps.materials.get(id, materialId));
        deps.wake();
        return c.json(await materialView(deps.files, material), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/materials",
        summary: "The files of an archive; a filed one has exactly those it was filed with",
        tags,
        security,
        request: { params: ByActivity, query: PageRequest },
        responses: answers(pageOf(MaterialView), "Files with links that are good for about an hour"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        allow(actorOf(c), "archive.read");
        const all = await mayWrite(deps, actorOf(c), id);
        const archive = await deps.archives.get(id);
        const { items, cursor } = await deps.materials.list(id, c.req.valid("query"));
        const shown = items.filter((item) =>
          archive.status === "filed" ? archive.materialIds.includes(item.id) : all || item.status === "ready",
        );
        return c.json({ items: await Promise.all(shown.map((item) => materialView(deps.files, item))), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/activities/{id}/materials/{materialId}",
        summary: "Remove a file from a draft",
        tags,
        security,
        request: { params: ById },
        responses: { 204: { description: "It is gone" } },
      }),
      async (c) => {
        const { id, materialId } = c.req.valid("param");
        const by = await requireWriter(deps, actorOf(c), id);
        await deps.materials.discard(id, materialId, { at: deps.now(), by });
        deps.wake();
        return c.body(null, 204);
      },
    );
};

/** The form allows exactly what was announced: its key, its type, its size, for ten minutes. */
const announceMaterial = (deps: MaterialDeps) => async (activityId: string, said: Material.Announced, by: string) => {
  const at = deps.now();
  const id = Material.Id.parse(deps.newId("mat"));
  const material = await deps.materials.add(Material.announce(said, { id, activityId, at, by }));
  const expiresAt = plusHours(at, FORM_MINUTES / 60);
  const form = await deps.files.uploadForm({
    key: Material.quarantineKey(material),
    contentType: said.contentType,
    minBytes: said.bytes,
    maxBytes: said.bytes,
    expiresAt,
  });
  return { material: await materialView(deps.files, material), form, expiresAt };
};

/** @throws `material.not_uploaded` when nothing arrived under the form's key */
async function arrived({ materials, files, now }: MaterialDeps, material: Material.Info): Promise<Material.Info> {
  const { activityId, id, status } = material;
  if (status === "uploading" && (await files.size(Material.quarantineKey(material))) === undefined)
    throw archiveRefusal("material.not_uploaded");
  const at = now();
  return materials.change(activityId, id, at, (held) => Material.arrive(held, at));
}

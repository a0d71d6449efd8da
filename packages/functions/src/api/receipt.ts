import { createRoute, z } from "@hono/zod-openapi";
import { type ExpenseDeps, requireGrant } from "@yigong/application/expense/expense-stores.ts";
import { requireUnused } from "@yigong/application/expense/receipts.ts";
import { announcePhoto, type PhotoDeps, photoArrived, removePhoto } from "@yigong/application/photo/announce-photo.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Material } from "@yigong/core/archive/index.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { Photo } from "@yigong/core/photo/index.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { MaterialView } from "./material.view.ts";
import { PhotoKeyHeader, PhotoUploadView, photoView, uploadView } from "./photo.view.ts";

const ById = z.object({ id: Activity.Id });
const ByPhoto = ById.extend({ photoId: Material.Id });
const path = "/activities/{id}/receipts/me" as const;
const route = <const Path extends string>(to: Path, summary: string) => ({
  ...{ path: to, summary, tags: ["Expenses"], security },
});

export type ReceiptDeps = Omit<ExpenseDeps, "photos"> & PhotoDeps & { now: () => string };

/** Receipts as files, uploaded before the expense that names them is recorded. */
export const receiptRoutes = (deps: ReceiptDeps) => {
  const mayWrite = async (actor: Actor, activityId: string) => {
    const { actorId } = allow(actor, "expense.write", activitySubject(await deps.activities.get(activityId)));
    return { activityId, owner: Photo.receiptOwner(actorId), by: actorId };
  };
  return routes()
    .openapi(
      createRoute({
        ...route(path, "Announce a receipt before its expense is recorded; again under the same key"),
        method: "post",
        request: { params: ById, headers: PhotoKeyHeader, ...body(Photo.Announced) },
        responses: answers(PhotoUploadView, "The receipt, and the form while it has not arrived"),
      }),
      async (c) => {
        const where = await mayWrite(actorOf(c), c.req.valid("param").id);
        await requireGrant(deps, where.activityId);
        const key = `receipt ${where.activityId} ${c.req.valid("header")[IDEMPOTENCY_KEY]}`;
        const id = Material.Id.parse(keyedId(deps.newId, "mat", { memberId: where.by, key }));
        const announced = await announcePhoto(deps, c.req.valid("json"), { ...where, id, at: deps.now() });
        return c.json(await uploadView(deps.files, announced), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${path}/{photoId}/uploaded`, "Tell that a receipt was uploaded; it is then checked"),
        method: "post",
        request: { params: ByPhoto },
        responses: answers(MaterialView, "The receipt and where it stands"),
      }),
      async (c) => {
        const { id, photoId } = c.req.valid("param");
        const photo = await photoArrived(deps, { ...(await mayWrite(actorOf(c), id)), photoId }, deps.now());
        deps.wake();
        return c.json(await photoView(deps.files, photo), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(`${path}/{photoId}`, "Remove a receipt that no expense names"),
        method: "delete",
        request: { params: ByPhoto },
        responses: { 204: { description: "It is gone" } },
      }),
      async (c) => {
        const { id, photoId } = c.req.valid("param");
        const { by, ...where } = await mayWrite(actorOf(c), id);
        await requireUnused(deps, id, photoId);
        await removePhoto(deps, { ...where, photoId }, { at: deps.now(), by });
        deps.wake();
        return c.body(null, 204);
      },
    );
};

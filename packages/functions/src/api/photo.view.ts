import { z } from "@hono/zod-openapi";
import type { Announced } from "@yigong/application/photo/announce-photo.ts";
import type { Files } from "@yigong/application/ports/files.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import type * as Photo from "@yigong/core/photo/photo.ts";
import { IDEMPOTENCY_KEY } from "../lib/keyed-id.ts";
import { MaterialView, materialView } from "./material.view.ts";

/** Each photo has a key of its own, under which it is announced again after a lost connection. */
export const PhotoKeyHeader = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200) });

/** A photo, and the form that uploads it while it has not arrived. */
export const PhotoUploadView = z
  .object({
    photo: MaterialView,
    form: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }).optional(),
    expiresAt: Instant.optional(),
  })
  .openapi("PhotoUpload");

export const photoView = (files: Files, { file }: Photo.Info) => materialView(files, file);

export const photosView = (files: Files, photos: readonly Photo.Info[]) =>
  Promise.all(photos.map((photo) => photoView(files, photo)));

export const uploadView = async (files: Files, { photo, upload }: Announced) => ({
  photo: await photoView(files, photo),
  ...upload,
});

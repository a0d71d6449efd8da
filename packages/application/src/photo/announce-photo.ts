import * as Material from "@yigong/core/archive/material.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { photoRefusal } from "@yigong/core/photo/photo.refusals.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import * as Photo from "@yigong/core/photo/photo.ts";
import { type Files, FORM_MINUTES, type UploadForm } from "../ports/files.ts";

export interface PhotoDeps {
  photos: Photos;
  files: Files;
}

/** A photo with the form that uploads it, while it has not arrived. */
export interface Announced {
  photo: Photo.Info;
  upload?: { form: UploadForm; expiresAt: string };
}

/**
 * Announces a photo. Under an id that is there already it is the same photo, with a new form while it has not arrived: so a
 * phone tries again after a lost connection, each photo by itself.
 *
 * @param id - follows from the phone's idempotency key
 * @throws `photo.heic`, `photo.not_a_photo`, `photo.too_large`, `photo.empty`, `photo.too_many`, `photo.other_file` when the
 * key announced another file before
 */
export async function announcePhoto(
  { photos, files }: PhotoDeps,
  said: Photo.Announced,
  { activityId, owner, id, at, by }: Omit<Photo.Info, "file" | "version"> & { at: string; by: string },
): Promise<Announced> {
  const announced = Photo.requirePhoto(said, owner);
  const held = await photos.of(activityId, owner);
  const known = held.find((one) => one.id === id);
  const photo = known ?? (await photos.add(Photo.announce(announced, held, { activityId, owner, id, at, by })));
  requireSame(photo, announced);
  if (photo.file.status !== "uploading") return { photo };
  const expiresAt = plusHours(at, FORM_MINUTES / 60);
  const { contentType, bytes } = photo.file;
  const key = Material.quarantineKey(photo);
  const form = await files.uploadForm({ key, contentType, minBytes: bytes, maxBytes: bytes, expiresAt });
  return { photo, upload: { form, expiresAt } };
}

function requireSame({ file }: Photo.Info, { contentType, bytes }: Material.Announced): void {
  if (file.status === "removed" || file.bytes !== bytes || file.contentType !== contentType)
    throw photoRefusal("photo.other_file");
}

/** Takes note that a photo was uploaded; it is then checked. Twice is once. @throws `photo.missing`, `photo.not_uploaded` */
export async function photoArrived(
  { photos, files }: PhotoDeps,
  key: { activityId: string; owner: string; photoId: string },
  at: string,
): Promise<Photo.Info> {
  const photo = await photos.get(key);
  if (photo.file.status === "uploading" && (await files.size(Material.quarantineKey(photo))) === undefined)
    throw photoRefusal("photo.not_uploaded");
  return photos.change(key, at, (held) => Photo.arrive(held, at));
}

/** Takes a photo away with its bytes; one that is gone stays gone. */
export async function removePhoto(
  { photos }: Pick<PhotoDeps, "photos">,
  key: { activityId: string; owner: string; photoId: string },
  who: { at: string; by: string },
): Promise<void> {
  if (await photos.find(key)) await photos.change(key, who.at, (held) => Photo.discard(held, who));
}

/** Takes away what somebody added to a diary or to their leave: all of it, since nobody else adds there. */
export async function removePhotosOf(
  deps: Pick<PhotoDeps, "photos">,
  { activityId, owner }: { activityId: string; owner: string },
  who: { at: string; by: string },
): Promise<void> {
  const own = (await deps.photos.of(activityId, owner)).filter(({ file }) => file.addedBy === who.by);
  for (const { id: photoId } of own) await removePhoto(deps, { activityId, owner, photoId }, who);
}

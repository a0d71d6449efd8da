import * as z from "zod";
import * as Material from "../archive/material.ts";
import type { Effect } from "../outbox/outbox.ts";
import { photoRefusal } from "./photo.refusals.ts";

/** Photos of one diary. */
export const DIARY_MAXIMUM = 9;
/** Photos that prove one request for leave. */
export const LEAVE_MAXIMUM = 3;

/** Receipts that one member uploads for the money of one activity. */
export const RECEIPTS_MAXIMUM = 200;

/** Photos of one deed. */
export const DEED_MAXIMUM = 9;

/** Pages of one letter of praise. */
export const PRAISE_MAXIMUM = 9;

/** What a photo belongs to: a diary, one member's leave from the activity, the receipts that one member uploads, a deed, or praise. */
export const Owner = z.string().regex(/^(?:diary-dia|leave-mem|receipt-mem|deed-deed|praise-prs)_[0-9a-z]{26}$/);
export type Owner = z.infer<typeof Owner>;
export const diaryOwner = (diaryId: string): Owner => Owner.parse(`diary-${diaryId}`);
export const leaveOwner = (memberId: string): Owner => Owner.parse(`leave-${memberId}`);
export const receiptOwner = (memberId: string): Owner => Owner.parse(`receipt-${memberId}`);
export const deedOwner = (deedId: string): Owner => Owner.parse(`deed-${deedId}`);
export const praiseOwner = (praiseId: string): Owner => Owner.parse(`praise-${praiseId}`);

const MOST: Record<string, number> = {
  diary: DIARY_MAXIMUM,
  leave: LEAVE_MAXIMUM,
  receipt: RECEIPTS_MAXIMUM,
  deed: DEED_MAXIMUM,
  praise: PRAISE_MAXIMUM,
};
const useOf = (owner: Owner): string => owner.split("-")[0] ?? "";
const mostOf = (owner: Owner): number => MOST[useOf(owner)] ?? LEAVE_MAXIMUM;
/** Receipts and letters come as PDF too. */
const takesDocuments = (owner: Owner): boolean => useOf(owner) === "receipt" || useOf(owner) === "praise";

/**
 * A photo of a diary, of a request for leave, of a receipt, of a deed or of praise, on its way from the announcement to a served form. It
 * is no file of the archive: it is neither filed nor counted there.
 */
export const Info = z.object({
  /** The activity; of a deed or praise, which may have none, the id of that. */
  activityId: z.string(),
  owner: Owner,
  id: Material.Id,
  file: Material.Info,
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** What a phone says of a photo before it sends it. Any type and size may be said, so that the answer can tell what is wrong. */
export const Announced = z.object({
  name: Material.Announced.shape.name,
  contentType: z.string().trim().toLowerCase().max(120),
  bytes: z.int().nonnegative(),
  caption: Material.Announced.shape.caption,
});
export type Announced = z.infer<typeof Announced>;

const HEIC = /^image\/hei[cf]|\.hei[cf]$/;

const isTaken = (type: string, owner: Owner): boolean =>
  (Material.PHOTO_TYPES as readonly string[]).includes(type) || (takesDocuments(owner) && type === "application/pdf");

/**
 * Requires that a photo can be taken, before anything is sent; a receipt or a letter may be a PDF as well.
 *
 * @throws `photo.heic`, `photo.not_a_photo`, `photo.too_large`, `photo.empty`
 */
export function requirePhoto(said: Announced, owner: Owner): Material.Announced {
  const { name, contentType, bytes } = said;
  if (HEIC.test(contentType) || (contentType === "" && HEIC.test(name.toLowerCase()))) throw photoRefusal("photo.heic");
  const type = Material.ContentType.safeParse(contentType);
  if (!type.success || !isTaken(type.data, owner))
    throw photoRefusal(
      takesDocuments(owner)
        ? `photo.not_a_photo/${useOf(owner) === "praise" ? "praise" : "receipt"}`
        : "photo.not_a_photo",
    );
  if (bytes === 0) throw photoRefusal("photo.empty");
  if (bytes > Material.BYTES_MAXIMUM) throw photoRefusal("photo.too_large", { size: Math.ceil(bytes / 1_000_000) });
  return Material.Announced.parse({ ...said, contentType: type.data });
}

/** A photo that somebody is about to upload, one of those that its owner has. @throws `photo.too_many` */
export function announce(
  said: Material.Announced,
  held: readonly Info[],
  { activityId, owner, id, at, by }: Omit<Info, "file" | "version"> & { at: string; by: string },
): Info {
  const most = mostOf(owner);
  if (held.length >= most) throw photoRefusal("photo.too_many", { most });
  return { activityId, owner, id, file: Material.announce(said, { id, activityId, at, by }), version: 0 };
}

const effect = ({ activityId, owner, id: photoId }: Info, kind: "photo.process", turn: string, at: string): Effect => ({
  kind,
  id: `${kind}:${activityId}:${photoId}:${turn}`,
  dueAt: at,
  activityId,
  owner,
  photoId,
});

/** Takes note that a photo was uploaded, and has it checked; one that is past that stays as it is. @throws `material.missing` */
export function arrive(photo: Info, at: string): { item: Info; effects: Effect[] } {
  const { item } = Material.arrive(photo.file, at);
  if (item === photo.file) return { item: photo, effects: [] };
  return { item: { ...photo, file: item }, effects: [effect(photo, "photo.process", "arrived", at)] };
}

/** Takes a photo away; its bytes are deleted by an effect. Removing it twice changes nothing. */
export function discard(photo: Info, who: { at: string; by: string }): { item: Info; effects: Effect[] } {
  const { item } = Material.discard(photo.file, who);
  if (item === photo.file) return { item: photo, effects: [] };
  return { item: { ...photo, file: item }, effects: [effect(photo, "photo.process", "removed", who.at)] };
}

/** Whether a photo was sent and not found to be something else. */
export const hasArrived = ({ file: { status } }: Info): boolean => status === "processing" || status === "ready";

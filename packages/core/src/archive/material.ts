import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { isWritable, plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import type { Effect } from "../outbox/outbox.ts";
import { archiveRefusal } from "./archive.refusals.ts";
import { BYTES_MAXIMUM } from "./limits.ts";

export const Id = idOf("mat");
export type Id = z.infer<typeof Id>;

/** At most this many files an activity. */
export const MATERIALS_MAXIMUM = 200;
export { BYTES_MAXIMUM } from "./limits.ts";

export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
export const DOCUMENT_TYPES = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
} as const;

/** The types that can be shown or handed on safely. HEIC is not among them: cameras and browsers convert it. */
export const ContentType = z.enum([
  ...PHOTO_TYPES,
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
]);
export type ContentType = z.infer<typeof ContentType>;

const FileName = z
  .string()
  .overwrite((name) => name.normalize("NFC").trim())
  .min(1)
  .max(200)
  .refine((name) => isWritable(name) && !/[/\\\n\t]/.test(name), "must be a file's name, without its folders");

/** What somebody says of a file before it is uploaded; `bytes` is its exact size. */
export const Announced = z.object({
  name: FileName,
  contentType: ContentType,
  bytes: z.int().min(1).max(BYTES_MAXIMUM),
  caption: plainText(0, 200).optional(),
});
export type Announced = z.infer<typeof Announced>;

/** Why a file was not taken; the catalogue says it in words. */
export const Reason = z.enum([
  "missing",
  "empty",
  "tooLarge",
  "heic",
  "notWhatItClaims",
  "severalFormats",
  "damaged",
  "tooManyPixels",
  "unpacksTooLarge",
  "macros",
]);
export type Reason = z.infer<typeof Reason>;

/** One served form of a photo, in pixels and bytes. */
export const Picture = z.object({
  key: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  bytes: z.int().positive(),
});
export type Picture = z.infer<typeof Picture>;

/** What processing makes of a file. A photo is served re-encoded only; a document is served as it came, for download. */
export const Processed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("photo"), large: Picture, thumbnail: Picture }),
  z.object({ kind: z.literal("document"), key: z.string(), bytes: z.int().positive() }),
  z.object({ kind: z.literal("rejected"), reason: Reason }),
]);
export type Processed = z.infer<typeof Processed>;

const Base = Announced.extend({ id: Id, activityId: z.string(), addedAt: Instant, addedBy: z.string() });
const Uploaded = Base.extend({ uploadedAt: Instant });
const Served = z.discriminatedUnion("kind", [Processed.options[0], Processed.options[1]]);

/** A file of an archive on its way from the announcement to a served form. `removed` waits for its files to be deleted. */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("uploading") }),
  Uploaded.extend({ status: z.literal("processing") }),
  Uploaded.extend({ status: z.literal("ready"), processedAt: Instant, served: Served }),
  Uploaded.extend({ status: z.literal("rejected"), processedAt: Instant, reason: Reason }),
  Base.extend({ status: z.literal("removed"), removedAt: Instant, removedBy: z.string() }),
]);
export type Info = z.infer<typeof Info>;

/** A file that somebody is about to upload. */
export const announce = (
  said: Announced,
  { id, activityId, at, by }: { id: Id; activityId: string; at: string; by: string },
): Info => ({ ...said, id, activityId, addedAt: at, addedBy: by, status: "uploading" });

const processing = (material: Info, id: string, at: string): Effect => ({
  kind: "material.process",
  id: `${id}:${material.activityId}:${material.id}`,
  dueAt: at,
  activityId: material.activityId,
  materialId: material.id,
});

/**
 * Takes note that a file was uploaded, and has it processed. A file that is past that stays as it is.
 * @param at - instant, ISO-8601 UTC
 * @throws `material.missing` when it was removed
 */
export function arrive(material: Info, at: string): { item: Info; effects: Effect[] } {
  if (material.status === "removed") throw archiveRefusal("material.missing/removed");
  if (material.status !== "uploading") return { item: material, effects: [] };
  return {
    item: { ...material, status: "processing", uploadedAt: at },
    effects: [processing(material, "material.process", at)],
  };
}

/** Writes down what processing found. Only a file that waits for it changes, so that a second run changes nothing. */
export function settle(material: Info, found: Processed, at: string): Info {
  if (material.status !== "processing") return material;
  const past = { ...material, processedAt: at };
  if (found.kind === "rejected") return { ...past, status: "rejected", reason: found.reason };
  return { ...past, status: "ready", served: found };
}

/** Takes a file out of a draft; its bytes are deleted by an effect. Removing it twice changes nothing. */
export function discard(material: Info, { at, by }: { at: string; by: string }): { item: Info; effects: Effect[] } {
  if (material.status === "removed") return { item: material, effects: [] };
  const { id, activityId, name, contentType, bytes, addedAt, addedBy } = material;
  return {
    item: {
      ...{ id, activityId, name, contentType, bytes, addedAt, addedBy },
      status: "removed",
      removedAt: at,
      removedBy: by,
    },
    effects: [processing(material, "material.remove", at)],
  };
}

/** The files that processing can make of one upload, by their names under its serving prefix. */
export const FORMS = ["large.jpg", "thumbnail.webp", "document.pdf", "document.docx", "document.xlsx"] as const;
export type Form = (typeof FORMS)[number];

interface Named {
  activityId: string;
  id: string;
}

/** Where an upload waits to be checked; nothing is ever served from there. */
export const quarantineKey = ({ activityId, id }: Named): string => `quarantine/${activityId}/${id}`;

export const servingKey = ({ activityId, id }: Named, form: Form): string => `serving/${activityId}/${id}/${form}`;

/** Every key that may hold bytes of this file. */
export const keysOf = (material: Named): string[] => [
  quarantineKey(material),
  ...FORMS.map((form) => servingKey(material, form)),
];

import { documents } from "../lib/documents.ts";
import { type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { photoRefusal } from "./photo.refusals.ts";
import { Info } from "./photo.ts";

export interface PhotoKey {
  activityId: string;
  owner: string;
  photoId: string;
}

/** Knows the photos of diaries and of requests for leave. */
export interface Photos {
  find(key: PhotoKey): Promise<Info | undefined>;
  /** @throws `photo.missing` */
  get(key: PhotoKey): Promise<Info>;
  /** Those of one owner that were not removed, in the order of their ids; read consistently. */
  of(activityId: string, owner: string): Promise<Info[]>;
  /** Adds an announced photo; one whose id is there already is handed back as it is. */
  add(photo: Info): Promise<Info>;
  /** Saves if the version is unmoved; no change, no write. @throws `photo.missing`, `store.busy` */
  change(
    key: PhotoKey,
    at: string,
    decide: (photo: Info) => { item: Info; effects?: readonly Effect[] },
  ): Promise<Info>;
  /** Deletes the row of a removed photo, once its bytes are gone. */
  forget(key: PhotoKey): Promise<void>;
}

export const photoDocuments = documents({
  entity: "photo",
  schema: Info,
  attributes: { activityId: "string", owner: "string", photoId: "string", status: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "photo#${owner}#${photoId}" },
  itemOf: ({ activityId, owner, id: photoId, file: { status }, version }) => ({
    activityId,
    owner,
    photoId,
    status,
    version,
  }),
  missing: () => photoRefusal("photo.missing"),
});

export function dynamoPhotos(table: Table): Photos {
  const rows = photoDocuments(table);
  return {
    find: (key) => rows.find(key),
    get: (key) => rows.get(key),
    async of(activityId, owner) {
      const all = await rows.all("key", { activityId, owner });
      return all.filter(({ file }) => file.status !== "removed");
    },
    add: (photo) => rows.add(photo),
    change: (key, at, decide) => rows.change(key, decide, ({ effects = [] }) => effectOps(table, effects, at)),
    async forget(key) {
      await transact(table, [rows.ops.remove(key, ({ status }, { eq }) => eq(status, "removed"))]);
    },
  };
}

import type { PhotoKey, Photos } from "@yigong/core/photo/photo.store.ts";
import { processMaterial } from "../archive/process-material.ts";
import type { Documents } from "../ports/documents.ts";
import type { Files } from "../ports/files.ts";

export interface ProcessDeps {
  files: Files;
  documents: Pick<Documents, "examine">;
  photos: Pick<Photos, "find" | "change" | "forget">;
}

/** Checks a photo as any other upload, and makes its served forms, or deletes the bytes of a removed one. Safe to run twice. */
export async function processPhoto({ photos, ...deps }: ProcessDeps, key: PhotoKey, at: string): Promise<void> {
  const materials = {
    find: async () => (await photos.find(key))?.file,
    change: async (
      _activityId: string,
      _materialId: string,
      now: string,
      decide: Parameters<Parameters<typeof processMaterial>[0]["materials"]["change"]>[3],
    ) => {
      const photo = await photos.change(key, now, (held) => {
        const { item: file } = decide(held.file);
        return { item: file === held.file ? held : { ...held, file } };
      });
      return photo.file;
    },
    forget: () => photos.forget(key),
  };
  await processMaterial({ ...deps, materials }, { activityId: key.activityId, materialId: key.photoId, at });
}

import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoPhotos } from "@yigong/core/photo/photo.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { type ProcessDeps, processPhoto } from "./process-photo.ts";

export const photo = {
  name: "photo",
  stores: (table: Table) => ({ photos: dynamoPhotos(table) }),
  handlers: (deps: ProcessDeps & { now: () => string }): Handles<"photo.process"> => ({
    "photo.process": ({ activityId, owner, photoId }) =>
      after(processPhoto(deps, { activityId, owner, photoId }, deps.now())),
  }),
} as const satisfies Manifest;

import { Material } from "@yigong/core/archive/index.ts";
import type { Materials } from "@yigong/core/archive/material.store.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Documents, Examined } from "../ports/documents.ts";
import type { Files } from "../ports/files.ts";

const NOTHING: Examined = { found: { kind: "rejected", reason: "missing" }, outputs: [] };

interface Deps {
  files: Files;
  documents: Pick<Documents, "examine">;
  materials: Pick<Materials, "find" | "change" | "forget">;
}

interface Which {
  activityId: string;
  materialId: string;
  /** ISO-8601 UTC. */
  at: string;
}

/**
 * Does what a file waits for: checks an upload and makes its served forms, or deletes the bytes of a removed one.
 *
 * Safe to run twice, and twice at once: keys and bytes follow from the upload, the row takes the first verdict only,
 * and the upload goes last. Served forms of a file that was removed meanwhile are deleted again.
 */
export async function processMaterial(deps: Deps, { activityId, materialId, at }: Which): Promise<void> {
  const { files, materials } = deps;
  const material = await materials.find(activityId, materialId);
  if (material?.status === "processing") await check(deps, material, at);
  const left = await materials.find(activityId, materialId);
  if (left && left.status !== "removed") return files.remove(Material.quarantineKey(left));
  for (const key of Material.keysOf({ activityId, id: materialId })) await files.remove(key);
  await materials.forget(activityId, materialId);
}

async function check({ files, documents, materials }: Deps, material: Material.Info, at: string): Promise<void> {
  const bytes = await files.read(Material.quarantineKey(material));
  const { found, outputs } = bytes ? await documents.examine(material, bytes) : NOTHING;
  for (const { key, bytes: served, contentType } of outputs) await files.write(key, served, contentType);
  try {
    await materials.change(material.activityId, material.id, at, (held) => ({
      item: Material.settle(held, found, at),
    }));
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "material.missing")) throw error;
  }
}

import { z } from "@hono/zod-openapi";
import type { Files } from "@yigong/application/ports/files.ts";
import { archiveWords } from "@yigong/core/archive/archive.words.ts";
import { Material } from "@yigong/core/archive/index.ts";
import { Instant } from "@yigong/core/lib/time.ts";

const Picture = z.object({ url: z.url(), width: z.int(), height: z.int() });

/** A file as it is shown: links only to what was made of the upload, never to the upload. */
export const MaterialView = z
  .object({
    id: Material.Id,
    ...Material.Announced.shape,
    status: z.enum(["uploading", "processing", "ready", "rejected"]),
    addedBy: z.string(),
    addedAt: Instant,
    photo: Picture.extend({ thumbnail: Picture }).optional(),
    document: z.object({ url: z.url() }).optional(),
    rejected: z.object({ reason: Material.Reason, text: z.object({ "zh-CN": z.string(), en: z.string() }) }).optional(),
  })
  .openapi("Material");
export type MaterialView = z.infer<typeof MaterialView>;

/** The name under which a document is saved: its own, with the ending of what it is. */
const downloadName = ({ name, contentType }: Material.Info): string => {
  const ending = `.${Material.DOCUMENT_TYPES[contentType as keyof typeof Material.DOCUMENT_TYPES]}`;
  return name.toLowerCase().endsWith(ending) ? name : name + ending;
};

/** Shows a file with links that anybody may follow for about an hour. */
export async function materialView(files: Files, material: Material.Info): Promise<MaterialView> {
  const { id, name, contentType, bytes, caption, addedBy, addedAt, status } = material;
  const shown = { id, name, contentType, bytes, ...(caption === undefined ? {} : { caption }), addedBy, addedAt };
  if (status === "rejected") return { ...shown, status, rejected: rejection(material.reason) };
  if (status !== "ready") return { ...shown, status: status === "processing" ? status : "uploading" };
  const { served } = material;
  if (served.kind === "document")
    return {
      ...shown,
      status,
      document: { url: await files.servingUrl(served.key, { downloadName: downloadName(material) }) },
    };
  return {
    ...shown,
    status,
    photo: { ...(await picture(files, served.large)), thumbnail: await picture(files, served.thumbnail) },
  };
}

const picture = async (files: Files, { key, width, height }: Material.Picture) => ({
  url: await files.servingUrl(key),
  width,
  height,
});

const rejection = (reason: Material.Reason) => ({
  reason,
  text: {
    "zh-CN": archiveWords["zh-CN"][`material.rejected.${reason}`],
    en: archiveWords.en[`material.rejected.${reason}`],
  },
});

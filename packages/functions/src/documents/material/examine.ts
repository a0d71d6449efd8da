import type { Claim, Examined } from "@yigong/application/ports/documents.ts";
import { Material } from "@yigong/core/archive/index.ts";
import { checkPdf, officeTypeOf } from "./document.ts";
import { Fault } from "./fault.ts";
import { formatOf } from "./format.ts";
import { redraw } from "./photo.ts";

/**
 * Decides whether an upload is what it claims, and makes what may be served of it. The same bytes give the same answer.
 * @source docs/architecture.md Files
 */
export async function examine(claim: Claim, bytes: Uint8Array): Promise<Examined> {
  try {
    if (bytes.length === 0) throw new Fault("empty");
    if (bytes.length > Material.BYTES_MAXIMUM) throw new Fault("tooLarge");
    return await accept(claim, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    if (error instanceof Fault) return { found: { kind: "rejected", reason: error.reason }, outputs: [] };
    throw error;
  }
}

async function accept(claim: Claim, bytes: Buffer): Promise<Examined> {
  const format = formatOf(bytes);
  const claimsOffice = claim.contentType.startsWith("application/vnd.openxmlformats");
  if (format === "image/heic") throw new Fault("heic");
  if (format === undefined || (format === "zip") !== claimsOffice) throw new Fault("notWhatItClaims");
  const found = format === "zip" ? await officeTypeOf(bytes) : format;
  if (found !== claim.contentType) throw new Fault("notWhatItClaims");
  if (found === "application/pdf") checkPdf(bytes);
  const document = documentForm(found);
  return document ? asDocument(claim, document, bytes) : asPhoto(claim, bytes);
}

const documentForm = (type: Material.ContentType) =>
  type in Material.DOCUMENT_TYPES
    ? (`document.${Material.DOCUMENT_TYPES[type as keyof typeof Material.DOCUMENT_TYPES]}` as const)
    : undefined;

function asDocument(claim: Claim, form: Material.Form, bytes: Buffer): Examined {
  const key = Material.servingKey(claim, form);
  return {
    found: { kind: "document", key, bytes: bytes.length },
    outputs: [{ key, bytes, contentType: claim.contentType }],
  };
}

async function asPhoto(claim: Claim, original: Buffer): Promise<Examined> {
  const { large, thumbnail } = await redraw(original);
  const largeKey = Material.servingKey(claim, "large.jpg");
  const thumbnailKey = Material.servingKey(claim, "thumbnail.webp");
  return {
    found: {
      kind: "photo",
      large: { key: largeKey, width: large.width, height: large.height, bytes: large.bytes.length },
      thumbnail: { key: thumbnailKey, width: thumbnail.width, height: thumbnail.height, bytes: thumbnail.bytes.length },
    },
    outputs: [
      { key: largeKey, bytes: large.bytes, contentType: "image/jpeg" },
      { key: thumbnailKey, bytes: thumbnail.bytes, contentType: "image/webp" },
    ],
  };
}

const MOST_PIXELS = 2560;
const SMALL_BYTES = 3_000_000;
const QUALITY = 0.85;
/** What the API takes. iPhones convert HEIC to JPEG when a page accepts these. */
export const ACCEPTED = ["image/jpeg", "image/png", "image/webp"] as const;

/**
 * A picture small enough to send: at most 2,560 pixels a side, without what the camera wrote beside it.
 *
 * @returns undefined for what is no picture that this phone can draw
 */
export async function shrink(file: Blob): Promise<Blob | undefined> {
  const drawn = await createImageBitmap(file).catch(() => undefined);
  if (!drawn) return undefined;
  const scale = Math.min(1, MOST_PIXELS / Math.max(drawn.width, drawn.height));
  const fits = scale === 1 && file.size <= SMALL_BYTES && (ACCEPTED as readonly string[]).includes(file.type);
  if (fits) return file;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  canvas.getContext("2d")?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/jpeg", QUALITY));
}

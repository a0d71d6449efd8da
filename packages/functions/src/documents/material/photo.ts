import sharp, { type Sharp } from "sharp";
import { Fault } from "./fault.ts";

/** 50 million pixels: more than cameras make, little enough to decode. */
const PIXELS_MAXIMUM = 50_000_000;
const LARGE = 1600;
const THUMBNAIL = 320;
const DECODE_SECONDS = 30;

// Every upload is another picture, so a cache of decoded ones would only hold memory.
sharp.cache(false);

/** One re-encoded form of a photo. */
export interface Encoded {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/**
 * Draws a photo anew, upright, in two sizes: at most 1600 px a side as JPEG, at most 320 px as WebP.
 *
 * What was beside the pixels (EXIF with its place and camera, comments, appended files) is not carried over.
 * @throws Fault `damaged`, `tooManyPixels`
 */
export async function redraw(bytes: Uint8Array): Promise<{ large: Encoded; thumbnail: Encoded }> {
  await measure(bytes);
  const side = { fit: "inside", withoutEnlargement: true } as const;
  const large = sharp(bytes, { limitInputPixels: PIXELS_MAXIMUM, failOn: "warning" })
    .autoOrient()
    .resize({ ...side, width: LARGE, height: LARGE })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82, mozjpeg: true })
    .timeout({ seconds: DECODE_SECONDS });
  const drawn = await encoded(large);
  const thumbnail = sharp(drawn.bytes)
    .resize({ ...side, width: THUMBNAIL, height: THUMBNAIL })
    .webp({ quality: 75 });
  return { large: drawn, thumbnail: await encoded(thumbnail) };
}

/** Reads the header only, so that a picture that would fill the memory is never decoded. */
async function measure(bytes: Uint8Array): Promise<void> {
  const { width, height } = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > PIXELS_MAXIMUM) throw new Fault("tooManyPixels");
}

async function encoded(image: Sharp): Promise<Encoded> {
  const { data, info } = await readable(image.toBuffer({ resolveWithObject: true }));
  return { bytes: data, width: info.width, height: info.height };
}

async function readable<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && /timeout/i.test(error.message)) throw error;
    throw new Fault("damaged", { cause: error });
  }
}

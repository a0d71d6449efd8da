import sharp from "sharp";

/** A photo with a GPS position in its EXIF, which processing must remove. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: "#7a9cc6" } })
    .withExif({ IFD0: { Copyright: "demo" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "32/1 27/1 0/1" } })
    .jpeg()
    .toBuffer();

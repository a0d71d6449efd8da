export type Format = "image/jpeg" | "image/png" | "image/webp" | "image/heic" | "application/pdf" | "zip";

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** The brands of HEIC files, as phones write them. @source ISO/IEC 23008-12 */
const HEIC = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"].map(ascii);

const MAGIC: readonly [Format, (bytes: Uint8Array) => boolean][] = [
  ["image/jpeg", (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff])],
  ["image/png", (bytes) => startsWith(bytes, [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a])],
  ["image/webp", (bytes) => startsWith(bytes, ascii("RIFF")) && startsWith(bytes, ascii("WEBP"), 8)],
  ["image/heic", (bytes) => startsWith(bytes, ascii("ftyp"), 4) && HEIC.some((brand) => startsWith(bytes, brand, 8))],
  ["application/pdf", (bytes) => startsWith(bytes, ascii("%PDF-"))],
  ["zip", (bytes) => startsWith(bytes, [...ascii("PK"), 3, 4])],
];

/** What a file is by its first bytes; its name and the type it claims say nothing. */
export const formatOf = (bytes: Uint8Array): Format | undefined => MAGIC.find(([, fits]) => fits(bytes))?.[0];

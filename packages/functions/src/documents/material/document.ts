import type { Material } from "@yigong/core/archive/index.ts";
import { Fault } from "./fault.ts";
import { endOfZip, unpack, zipEntries } from "./zip.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The table of contents of an office document is a page or two; more than this is not one. */
const CONTENT_TYPES_MAXIMUM = 1_000_000;
/** Readers accept a PDF's header anywhere in this many first bytes. */
const PDF_HEADER_BYTES = 1024;
/** Writers may leave a few lines after the end mark. */
const PDF_TRAILER_BYTES = 2048;

/**
 * Checks that a PDF is whole and nothing but a PDF.
 * @throws Fault `damaged`, `severalFormats` when it is an archive as well
 */
export function checkPdf(bytes: Buffer): void {
  const end = bytes.lastIndexOf("%%EOF");
  if (end < 0 || end < bytes.length - PDF_TRAILER_BYTES) throw new Fault("damaged");
  const archiveEnd = bytes.lastIndexOf("PK\u0005\u0006");
  if (archiveEnd > end || endOfZip(bytes) !== undefined) throw new Fault("severalFormats");
}

/**
 * Tells a Word document from an Excel sheet by the content, and checks every part without keeping it.
 * @throws Fault `damaged`, `unpacksTooLarge`, `macros`, `severalFormats`, `notWhatItClaims` when it is another archive
 */
export async function officeTypeOf(bytes: Buffer): Promise<Material.ContentType> {
  if (bytes.subarray(0, PDF_HEADER_BYTES).includes("%PDF-")) throw new Fault("severalFormats");
  const entries = zipEntries(bytes);
  const contents = entries.find(({ name }) => name === "[Content_Types].xml");
  if (!contents || contents.bytes > CONTENT_TYPES_MAXIMUM) throw new Fault("notWhatItClaims");
  const types = (await unpack(bytes, contents, { keep: true })).toString("utf8");
  if (/macroEnabled/i.test(types) || entries.some(({ name }) => /vbaProject\.bin$/i.test(name)))
    throw new Fault("macros");
  for (const entry of entries) await unpack(bytes, entry);
  if (types.includes("wordprocessingml.document.main+xml")) return DOCX;
  if (types.includes("spreadsheetml.sheet.main+xml")) return XLSX;
  throw new Fault("notWhatItClaims");
}

import type { Sheet } from "@yigong/core/roster/cell.ts";
import { HEADER_WITHIN_ROWS, MOST_FILE_BYTES, MOST_ROWS } from "@yigong/core/roster/columns.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import { decode, readCsv } from "./csv.ts";
import { readXlsx } from "./xlsx.ts";

// A title may stand above the header; `rowsOf` counts what is below.
const LIMITS = { maxRows: MOST_ROWS + HEADER_WITHIN_ROWS };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const isZip = (bytes: Uint8Array): boolean => ZIP.every((byte, at) => bytes[at] === byte);
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a table file by what it is, not by what it is called: a workbook (.xlsx) or delimited text (.csv, .txt).
 *
 * @returns the visible sheets, of at most 20,000 rows each and those of a header; more of a workbook's are cut off
 * @throws `roster.unreadable`, `roster.too_large`, `roster.too_many_rows`
 */
export async function readTable(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.length > MOST_FILE_BYTES) throw rosterRefusal("roster.too_large");
  if (isZip(bytes)) return readXlsx(bytes, LIMITS);
  if (OLD_EXCEL.every((byte, at) => bytes[at] === byte)) throw rosterRefusal("roster.unreadable/protected");
  return [readCsv(decode(bytes), LIMITS)];
}

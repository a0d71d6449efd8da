import type { Refusal } from "@yigong/core/lib/error.ts";
import type { Cell, Sheet } from "@yigong/core/roster/cell.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import { unzipSync } from "fflate";

/** Bytes that a workbook may declare uncompressed: a bomb of 617 kB took readers to a gigabyte. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 1000;

const unreadable = (cause: unknown): Refusal => rosterRefusal("roster.unreadable/workbook", {}, { cause });

/**
 * Looks at the sizes that a workbook declares, before anything is unpacked.
 *
 * The reader stops at what is declared, so a workbook that lies is refused as unreadable.
 * @throws `roster.too_large`, `roster.unreadable`
 */
export function checkDeclaredSize(bytes: Uint8Array): void {
  let [sum, files] = [0, 0];
  const tooLarge = rosterRefusal("roster.too_large/unpacked");
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize;
        files += 1;
        if (sum > MOST_BYTES || files > MOST_FILES) throw tooLarge;
        return false;
      },
    });
  } catch (error) {
    throw error === tooLarge ? error : unreadable(error);
  }
}

/**
 * Reads the visible sheets of a workbook.
 *
 * @throws `roster.unreadable`, `roster.too_large`
 */
export async function readXlsx(bytes: Uint8Array, { maxRows }: { maxRows: number }): Promise<Sheet[]> {
  checkDeclaredSize(bytes);
  const visible = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }): boolean =>
    !hidden && !veryHidden;
  // Empty rows count for the reader, and below a table there are often many that are only formatted.
  const mostRead = maxRows * 3;
  const options = { sheets: visible, readStyles: true, maxRows: mostRead };
  const { readXlsx: readWorkbook } = await import("hucre/xlsx");
  const workbook = await readWorkbook(bytes, options).catch((error: unknown) => {
    throw unreadable(error);
  });
  return workbook.sheets.map(({ name, rows: read, cells: styled }) => {
    const rows = read.flatMap((values, at) => {
      const cells = values.map((value, column) => asCell(value, styled?.get(`${at},${column}`)?.style?.numFmt));
      return cells.some(({ text }) => text.trim() !== "") ? [{ number: at + 1, cells }] : [];
    });
    return { name, rows, cut: rows.length > maxRows || read.length >= mostRead };
  });
}

function asCell(value: unknown, format: string | undefined): Cell {
  if (value instanceof Date)
    return isDrawable(value) ? { kind: "date", text: wallClock(value) } : { kind: "text", text: "#####" };
  if (typeof value === "boolean") return { kind: "text", text: value ? "是" : "否" };
  if (typeof value !== "number") return { kind: "text", text: typeof value === "string" ? value : "" };
  const digits = Number.isSafeInteger(value) ? value.toFixed(0) : String(value);
  // A format such as 000000 shows the zeros, so they are what the person wrote.
  if (format && /^0{2,32}$/.test(format) && value >= 0)
    return { kind: "text", text: digits.padStart(format.length, "0") };
  return { kind: "number", text: digits };
}

/** Beyond the year 9999 a spreadsheet shows ##### instead of a date; the largest numbers make none at all. */
const isDrawable = (date: Date): boolean => date.getTime() < Date.UTC(10_000, 0, 1);

/** A date cell has no zone: it is wall-clock time, to the nearest minute because its fraction of a day is a float. */
const wallClock = (date: Date): string =>
  new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).replace("T", " ");

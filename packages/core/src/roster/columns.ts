import type { Cell, Sheet } from "./cell.ts";
import { type Headers, headersOf } from "./header.ts";
import { rosterRefusal } from "./roster.refusals.ts";

/** The headers of a roster file; `header.ts` has the other names that people's files have for them. */
export const ROSTER_COLUMNS = {
  required: ["工号", "姓名", "政治面貌", "部门", "岗位"],
  optional: ["支部", "分队", "内训师", "手机", "邮箱", "入盟日期", "角色"],
} as const;
/** The headers of a file of work shifts. */
export const SHIFT_COLUMNS = { required: ["工号", "岗位", "开始", "结束"], optional: ["可代岗位"] } as const;

/** The headers of one kind of file; the row that has all required ones is the header row. */
export type Columns = { required: readonly string[]; optional: readonly string[] };

/** One row below the header: its number in the file and its cells by header. */
export interface Row {
  number: number;
  /** The cell under a header; empty text when the row is short, undefined when the file has no such column. */
  cell(header: string): Cell | undefined;
}

/** Bytes that an uploaded table may have. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024;
/** Rows that a file may have below its header. */
export const MOST_ROWS = 20_000;
/** The header is looked for in so many rows. */
export const HEADER_WITHIN_ROWS = 10;
const EMPTY: Cell = { kind: "text", text: "" };

export const tooManyRows = () => rosterRefusal("roster.too_many_rows", { most: MOST_ROWS });

/** The table of a file: its rows, and what was made of its sheets and headers. */
export interface TableRows {
  rows: Row[];
  ignoredColumns: string[];
  renamedColumns: { header: string; column: string }[];
  /** The sheet's name, of a workbook. */
  sheet: string | undefined;
}

interface Found {
  sheet: Sheet;
  /** Index of the header row; -1 for an empty sheet. */
  at: number;
  headers: Headers;
  missing: string[];
}

/**
 * Finds the sheet and the row of the header (titles and instructions may stand before it) and reads the rows below.
 *
 * The sheet is the one whose header has all required columns; of several the only one that has rows below it.
 * @throws `roster.header_missing`, `roster.header_twice`, `roster.several_sheets`, `roster.no_rows`, `roster.too_many_rows`
 */
export function rowsOf(sheets: readonly Sheet[], columns: Columns): TableRows {
  const { sheet, at, headers } = theOne(
    sheets.map((each) => headerIn(each, columns)),
    sheets,
  );
  if (headers.twice.length > 0)
    throw rosterRefusal("roster.header_twice", { columns: headers.twice.map((same) => same.join(" = ")) });
  const rows = sheet.rows.slice(at + 1).map(({ number, cells }) => ({
    number,
    cell(header: string) {
      const index = headers.at.get(header);
      return index === undefined ? undefined : (cells[index] ?? EMPTY);
    },
  }));
  if (rows.length > MOST_ROWS || sheet.cut) throw tooManyRows();
  if (rows.length === 0) throw rosterRefusal("roster.no_rows");
  return { rows, ignoredColumns: headers.ignored, renamedColumns: headers.renamed, sheet: sheet.name };
}

/** The row that has the most of the required columns; the first of those. */
function headerIn(sheet: Sheet, { required, optional }: Columns): Found {
  const read = sheet.rows.slice(0, HEADER_WITHIN_ROWS).map(({ cells }, at) => {
    const headers = headersOf(
      cells.map(({ text }) => text),
      [...required, ...optional],
    );
    return { sheet, at, headers, missing: required.filter((column) => !headers.at.has(column)) };
  });
  const nothing: Found = { sheet, at: -1, headers: headersOf([], []), missing: [...required] };
  return read.reduce<Found>((best, each) => (each.missing.length < best.missing.length ? each : best), nothing);
}

function theOne(found: readonly Found[], sheets: readonly Sheet[]): Found {
  const whole = found.filter(({ missing }) => missing.length === 0);
  const filled = whole.filter(({ sheet, at }) => sheet.rows.length > at + 1);
  const [one, ...more] = filled.length > 0 ? filled : whole.slice(0, 1);
  if (one && more.length === 0) return one;
  if (one) throw rosterRefusal("roster.several_sheets", { sheets: namesOf(filled.map(({ sheet }) => sheet)) });
  const nearest = found.toSorted((a, b) => a.missing.length - b.missing.length)[0];
  const lacking = { within: HEADER_WITHIN_ROWS, missing: nearest?.missing ?? [] };
  if (sheets.length < 2) throw rosterRefusal("roster.header_missing", lacking);
  const shown = { sheets: namesOf(sheets), nearest: nearest?.sheet.name ?? "" };
  throw rosterRefusal("roster.header_missing/sheets", { ...lacking, ...shown });
}

const namesOf = (sheets: readonly Sheet[]): string[] => sheets.map(({ name = "" }) => `“${name}”`);

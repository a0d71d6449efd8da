import type { Office } from "../member/accounts.ts";
import type { Cell, Sheet } from "./cell.ts";
import { headersBy } from "./chosen-columns.ts";
import { type Headers, headersOf } from "./header.ts";
import { rosterRefusal } from "./roster.refusals.ts";

/** Where a roster file names people's accounts of the office systems. */
export const ACCOUNT_COLUMNS = {
  wecom: "企业微信账号",
  dingtalk: "钉钉userid",
  feishu: "飞书user_id",
} as const satisfies Record<Office, string>;

/** The headers of a roster file; `header.ts` has the other names that people's files have for them. */
export const ROSTER_COLUMNS = {
  required: ["工号", "姓名", "政治面貌", "部门", "岗位"],
  optional: [
    ...["支部", "分队", "内训师", "手机", "邮箱", "入盟日期", "角色", "技能"],
    ...Object.values(ACCOUNT_COLUMNS),
  ],
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

/** What somebody chose instead of what would be recognised: a sheet by name, and the column of each field by its letters. */
export interface Choice {
  sheet?: string | undefined;
  columns?: Readonly<Record<string, string>> | undefined;
}

/** The table of a file: its rows, and what was made of its sheets and headers. */
export interface TableRows {
  rows: Row[];
  ignoredColumns: string[];
  renamedColumns: { header: string; column: string }[];
  /** The sheet's name, of a workbook. */
  sheet: string | undefined;
}

export interface Found {
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
 * A row that begins with 示例 or Example is that of a template, and no row.
 * @throws `roster.header_missing`, `roster.header_twice`, `roster.several_sheets`, `roster.no_rows`, `roster.too_many_rows`,
 * `roster.sheet_missing`, `roster.column_missing`
 */
export function rowsOf(sheets: readonly Sheet[], columns: Columns, choice: Choice = {}): TableRows {
  const { sheet, at, headers } = chosen(sheets, columns, choice);
  if (headers.twice.length > 0)
    throw rosterRefusal("roster.header_twice", { columns: headers.twice.map((same) => same.join(" = ")) });
  const rows = sheet.rows
    .slice(at + 1)
    .map(({ number, cells }) => ({
      number,
      cell(header: string) {
        const index = headers.at.get(header);
        return index === undefined ? undefined : (cells[index] ?? EMPTY);
      },
    }))
    .filter((row) => !EXAMPLE.test(row.cell(columns.required[0] ?? "")?.text ?? ""));
  if (rows.length > MOST_ROWS || sheet.cut) throw tooManyRows();
  if (rows.length === 0) throw rosterRefusal("roster.no_rows");
  return { rows, ignoredColumns: headers.ignored, renamedColumns: headers.renamed, sheet: sheet.name };
}

/** How the row of a template begins that shows how to fill it in. */
const EXAMPLE = /^\s*(?:示例|example)/i;

/** The sheet and the columns that were chosen; what was not is recognised. */
function chosen(sheets: readonly Sheet[], columns: Columns, { sheet: name, columns: by }: Choice): Found {
  const among = name === undefined ? sheets : sheets.filter((each) => (each.name ?? "") === name);
  if (among.length === 0) throw rosterRefusal("roster.sheet_missing", { sheets: namesOf(sheets) });
  const found = among.map((each) => headerIn(each, columns));
  if (by === undefined) return theOne(found, among);
  const [best] = found.toSorted((a, b) => a.missing.length - b.missing.length);
  if (best === undefined) return theOne(found, among);
  const at = topOf(best);
  return { ...best, at, headers: headersBy(by, best.sheet.rows[at]?.cells ?? [], columns), missing: [] };
}

const filled = (cells: readonly Cell[]): number => cells.filter(({ text }) => text.trim() !== "").length;

/** The header row of a sheet; where nothing is recognised, the first of those that have the most cells, since titles have one. */
export function topOf({ sheet, at }: Pick<Found, "sheet" | "at">): number {
  if (at >= 0) return at;
  const counts = sheet.rows.slice(0, HEADER_WITHIN_ROWS).map(({ cells }) => filled(cells));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

/** The row that has the most of the required columns; the first of those. */
export function headerIn(sheet: Sheet, { required, optional }: Columns): Found {
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
  const withRows = whole.filter(({ sheet, at }) => sheet.rows.length > at + 1);
  const [one, ...more] = withRows.length > 0 ? withRows : whole.slice(0, 1);
  if (one && more.length === 0) return one;
  if (one) throw rosterRefusal("roster.several_sheets", { sheets: namesOf(withRows.map(({ sheet }) => sheet)) });
  const nearest = found.toSorted((a, b) => a.missing.length - b.missing.length)[0];
  const lacking = { within: HEADER_WITHIN_ROWS, missing: nearest?.missing ?? [] };
  if (sheets.length < 2) throw rosterRefusal("roster.header_missing", lacking);
  const shown = { sheets: namesOf(sheets), nearest: nearest?.sheet.name ?? "" };
  throw rosterRefusal("roster.header_missing/sheets", { ...lacking, ...shown });
}

const namesOf = (sheets: readonly Sheet[]): string[] => sheets.map(({ name = "" }) => `“${name}”`);

import { Refusal } from "../lib/error.ts";
import { type Cell, plain, type TableFile } from "./cell.ts";

/** The headers of a roster file. */
export const ROSTER_COLUMNS = {
  required: ["工号", "姓名", "政治面貌", "部门", "岗位"],
  optional: ["支部", "分队", "内训师", "手机", "邮箱", "入盟日期", "角色"],
} as const;
/** The headers of a file of work shifts. */
export const SHIFT_COLUMNS = { required: ["工号", "岗位", "开始", "结束"], optional: ["可代岗位"] } as const;

/** The headers of one kind of file; the first required one marks the header row. */
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

export const tooManyRows = (): Refusal =>
  new Refusal("invalid", "roster.too_many_rows", `The file has more than ${MOST_ROWS} rows below its header.`);

/**
 * Finds the header (a title may stand above it) and reads the rows below.
 *
 * @throws `roster.header_missing`, `roster.header_twice`, `roster.no_rows`, `roster.too_many_rows`
 */
export function rowsOf(file: TableFile, columns: Columns): { rows: Row[]; ignoredColumns: string[] } {
  const known = [...columns.required, ...columns.optional];
  const at = file.rows
    .slice(0, HEADER_WITHIN_ROWS)
    .findIndex(({ cells }) => cells.some((cell) => plain(cell.text) === columns.required[0]));
  const headers = file.rows[at]?.cells.map((cell) => plain(cell.text)) ?? [];
  const missing = columns.required.filter((header) => !headers.includes(header));
  if (missing.length > 0)
    throw new Refusal("invalid", "roster.header_missing", `The file lacks these columns: ${missing.join(" ")}`);
  const twice = known.filter((header) => headers.indexOf(header) !== headers.lastIndexOf(header));
  if (twice.length > 0)
    throw new Refusal(
      "invalid",
      "roster.header_twice",
      `The file has these columns more than once: ${twice.join(" ")}`,
    );
  const rows = file.rows.slice(at + 1).map(({ number, cells }) => ({
    number,
    cell: (header: string) => (headers.includes(header) ? (cells[headers.indexOf(header)] ?? EMPTY) : undefined),
  }));
  if (rows.length > MOST_ROWS) throw tooManyRows();
  if (rows.length === 0) throw new Refusal("invalid", "roster.no_rows", "The file has a header but no rows.");
  return { rows, ignoredColumns: headers.filter((header) => header !== "" && !known.includes(header)) };
}

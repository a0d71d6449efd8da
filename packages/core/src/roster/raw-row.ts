import * as z from "zod";
import type { Cell } from "./cell.ts";
import type { Columns, Row } from "./columns.ts";

const StoredCell = z.union([z.string(), z.tuple([z.enum(["number", "date"]), z.string()])]);

/** What a row of a file says under the columns that are known, as it is kept to be read again: text as it is, else with its kind. */
export const RawRow = z.object({ number: z.int().positive(), cells: z.record(z.string(), StoredCell) });
export type RawRow = z.infer<typeof RawRow>;

/** What somebody put right of a row, by field; null when it was taken out. */
export const Edit = z.record(z.string(), z.string().max(500)).nullable();
export type Edit = z.infer<typeof Edit>;

/** Edits by the number of their row. */
export const Edits = z.record(z.string(), Edit);
export type Edits = z.infer<typeof Edits>;

/** Rows that can be put right in the page: beyond, the file itself is wrong. */
export const MOST_EDITS = 300;

export const rawOf = (row: Row, { required, optional }: Columns): RawRow => ({
  number: row.number,
  cells: Object.fromEntries(
    [...required, ...optional].flatMap((column) => {
      const cell = row.cell(column);
      if (cell === undefined) return [];
      return [[column, cell.kind === "text" ? cell.text : [cell.kind, cell.text]] as const];
    }),
  ),
});

const cellOf = (stored: z.infer<typeof StoredCell>): Cell =>
  typeof stored === "string" ? { kind: "text", text: stored } : { kind: stored[0], text: stored[1] };

/** The rows of a file with what was put right, as an importer reads them. */
export const rowsWith = (all: readonly RawRow[], edits: Edits): Row[] =>
  all.flatMap(({ number, cells }) => {
    const edit = edits[String(number)];
    if (edit === null) return [];
    const cell = (column: string): Cell | undefined => {
      const typed = edit && Object.hasOwn(edit, column) ? edit[column] : undefined;
      if (typed !== undefined) return { kind: "text", text: typed };
      const stored = Object.hasOwn(cells, column) ? cells[column] : undefined;
      return stored === undefined ? undefined : cellOf(stored);
    };
    return [{ number, cell }];
  });

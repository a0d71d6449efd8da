import type { Language } from "../language/catalogue.ts";
import type { Sheet } from "./cell.ts";
import { lettersOf } from "./chosen-columns.ts";
import { COLUMN_LABELS } from "./column-labels.ts";
import { type Columns, headerIn, topOf } from "./columns.ts";

/** A sheet as somebody sees it who maps its columns. */
export interface Inspected {
  name: string;
  /** Below the header. */
  rows: number;
  header: { row: number; cells: { column: string; text: string }[] };
  /** The column of each field that was recognised. */
  guess: Record<string, string>;
  /** The first rows below the header, cell by cell. */
  sample: string[][];
}

const SAMPLED = 5;

/** What stands in a sheet; without a header that is known, the fullest of its first rows is taken for one. */
export function inspect(sheet: Sheet, columns: Columns): Inspected {
  const { at, headers } = headerIn(sheet, columns);
  const top = topOf({ sheet, at });
  const header = sheet.rows[top];
  const below = sheet.rows.slice(top + 1);
  return {
    name: sheet.name ?? "",
    rows: below.length,
    header: {
      row: header?.number ?? 1,
      cells: (header?.cells ?? []).map(({ text }, index) => ({ column: lettersOf(index), text })),
    },
    guess: Object.fromEntries([...headers.at].map(([field, index]) => [field, lettersOf(index)])),
    sample: below.slice(0, SAMPLED).map(({ cells }) => cells.map(({ text }) => text)),
  };
}

/** The fields of a kind of import, the required ones first. */
export const fieldsOf = ({ required, optional }: Columns, language: Language) =>
  [...required, ...optional].map((field) => {
    const label = COLUMN_LABELS[field];
    return {
      field,
      label: label?.[language] ?? field,
      required: required.includes(field),
      example: label?.example ?? "",
      hint: label?.hint[language] ?? "",
    };
  });

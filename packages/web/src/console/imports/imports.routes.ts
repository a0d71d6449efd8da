import type { PreviewRow, Summary } from "@yigong/core/roster/roster.ts";
import type { Page } from "../../shared/api/routes.ts";

export type Import = Summary;
export type ImportRow = PreviewRow;
export type ImportKind = Import["kind"];

/** One sheet of a file as it was found, and which column each field is taken for. */
export interface Sheet {
  name: string;
  rows: number;
  header: { row: number; cells: { column: string; text: string }[] };
  /** By the letters of the column. */
  guess: Record<string, string>;
  sample: string[][];
}
export interface ImportField {
  field: string;
  label: string;
  required: boolean;
  example: string;
  hint: string;
}
export interface Inspected {
  sheets: Sheet[];
  fields: ImportField[];
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /imports": Page<Import>;
    "POST /imports/inspect": Inspected;
    "POST /imports": Import;
    "GET /imports/{id}": Import;
    "GET /imports/{id}/rows": Page<ImportRow>;
    "PATCH /imports/{id}/rows/{row}": Import;
    "DELETE /imports/{id}/rows/{row}": Import;
    "POST /imports/{id}/apply": Import;
    "POST /imports/{id}/undo": Import;
  }
}

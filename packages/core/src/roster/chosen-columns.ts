import type { Cell } from "./cell.ts";
import type { Headers } from "./header.ts";
import { rosterRefusal } from "./roster.refusals.ts";

const A = 65;

/** A column as a spreadsheet calls it: A, B, … Z, AA. @param at - from 0 */
export function lettersOf(at: number): string {
  const last = String.fromCharCode(A + (at % 26));
  return at < 26 ? last : `${lettersOf(Math.floor(at / 26) - 1)}${last}`;
}

const indexOf = (letters: string): number =>
  /^[A-Z]{1,3}$/.test(letters)
    ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - A + 1, 0) - 1
    : -1;

/**
 * The columns as somebody mapped them.
 *
 * @param cells - those of the header row
 * @throws `roster.header_missing` when a required field has none, `roster.column_missing` for a field or column that there is not,
 * `roster.header_twice` when two fields have one column
 */
export function headersBy(
  by: Readonly<Record<string, string>>,
  cells: readonly Cell[],
  { required, optional }: { required: readonly string[]; optional: readonly string[] },
): Headers {
  const known = [...required, ...optional];
  const missing = required.filter((field) => !by[field]);
  if (missing.length > 0) throw rosterRefusal("roster.header_missing/chosen", { missing });
  const chosen = Object.entries(by).filter(([, column]) => column !== "");
  const at = new Map(chosen.map(([field, column]) => [field, indexOf(column.toUpperCase())]));
  for (const [field, index] of at)
    if (index < 0 || index > 16_383 || !known.includes(field))
      throw rosterRefusal("roster.column_missing", { field, column: by[field] ?? "" });
  const written = cells.map(({ text }) => text.replace(/\s+/g, " ").trim());
  const shared = [...Map.groupBy(at, ([, index]) => index).values()].filter((same) => same.length > 1);
  const twice = shared.map((same) => same.map(([field]) => field));
  const taken = new Set(at.values());
  return {
    at,
    twice,
    ignored: written.filter((header, index) => header !== "" && !taken.has(index)),
    renamed: [...at].flatMap(([column, index]) => {
      const header = written[index] ?? "";
      return header === column || header === "" ? [] : [{ header, column }];
    }),
  };
}

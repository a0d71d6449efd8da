import type { Sheet } from "@yigong/core/roster/cell.ts";
import { HEADER_WITHIN_ROWS, tooManyRows } from "@yigong/core/roster/columns.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";

/**
 * Reads UTF-8 (with or without a mark) or else GB18030.
 *
 * Bytes that are valid UTF-8 are taken as such: Chinese text in GB18030 practically never is.
 * @throws `roster.unreadable` when the bytes are neither
 */
export function decode(bytes: Uint8Array): string {
  for (const encoding of ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\u0000")) return text;
    } catch {}
  throw rosterRefusal("roster.unreadable/text");
}

const DELIMITERS = [",", "\t", ";"];

const LOOKED_AT = 20_000;

/** The delimiter of which a line among the first ten, the header, holds most outside of quotes; titles may stand above it. */
const delimiterOf = (text: string): string => {
  const lines = text
    .slice(0, LOOKED_AT)
    .replace(/"[^"]*"/g, "")
    .trimStart()
    .split(/[\r\n]+/)
    .slice(0, HEADER_WITHIN_ROWS);
  const counts = DELIMITERS.map((delimiter) => Math.max(...lines.map((line) => line.split(delimiter).length)));
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
};

/**
 * Reads CSV text as RFC 4180 has it: quotes double inside quotes, lines end in CR LF, LF or CR.
 *
 * Not by hucre's `parseCsv` (1.0): it takes a quote that never closes as text up to the end of the file, so that an import
 * would lose the rows after it, and it tells no line numbers.
 * @returns rows numbered by the line on which each begins, empty rows left out
 * @throws `roster.unreadable` for a quote that never closes, `roster.too_many_rows`
 */
export function readCsv(text: string, { maxRows }: { maxRows: number }): Sheet {
  const delimiter = delimiterOf(text);
  const rows: Sheet["rows"] = [];
  let [cells, cell, line, began] = [[] as string[], "", 1, 1];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== "")) rows.push({ number: began, cells: cells.map(asText) });
    if (rows.length > maxRows) throw tooManyRows();
    [cells, cell, began] = [[], "", line];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === '"' && cell === "") {
      const quoted = readQuoted(text, at, began);
      cell = quoted.value;
      line += quoted.value.split(/\r\n|\r|\n/).length - 1;
      at = quoted.end;
    } else if (char === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && text[at + 1] === "\n") at += 1;
      line += 1;
      endRow();
    } else cell += char;
  }
  endRow();
  return { rows };
}

/** Formulas in exports are escaped with a leading apostrophe; it is no part of the text. */
const asText = (text: string) => ({ kind: "text" as const, text: text.replace(/^'(?=[=+\-@\t\r])/, "") });

function readQuoted(text: string, start: number, row: number): { value: string; end: number } {
  let from = start + 1;
  let value = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw rosterRefusal("roster.unreadable/quote", { row });
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote };
    value += '"';
    from = quote + 2;
  }
}

import { difference, sorted } from "./compare.ts";
import { type Row, TOKENS } from "./end-state.ts";

/** What a release may change: file sizes, which depend on the image library, and hashes of state machines. */
const VOLATILE = /"(bytes|definition)":("[0-9a-f]{16}"|\d+)/g;

/** A row without random ids and volatile values. */
const plain = (row: Row, mask: (text: string) => string): Row =>
  JSON.parse(mask(JSON.stringify(sorted(row))).replaceAll(VOLATILE, '"$1":0')) as Row;

/** The rows of `after` that are not in `before`. */
export function writtenSince(before: readonly Row[], after: readonly Row[], mask: (text: string) => string): Row[] {
  const known = new Set(before.map((row) => JSON.stringify(sorted(row))));
  return after
    .filter((row) => !known.has(JSON.stringify(sorted(row))) && !TOKENS.includes(row.__edb_e__))
    .map((row) => plain(row, mask))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const byKey = (rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ pk, sk, __edb_e__ }) => `${__edb_e__} ${pk} ${sk}`);

/** Rows that are missing or differ; additional fields and rows under other keys are no difference. */
export function changesIn(before: readonly Row[], now: readonly Row[]): string[] {
  const found = byKey(now);
  return [...byKey(before)].flatMap(([key, rows]) => {
    const there = found.get(key) ?? [];
    if (there.length !== rows.length) return [`${key}: ${rows.length} rows → ${there.length}`];
    return rows.flatMap((row, at) => difference(row, there[at], key) ?? []);
  });
}

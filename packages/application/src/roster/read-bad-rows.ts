import { entryOf } from "@yigong/core/audit/audit.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type Columns, MOST_ROWS } from "@yigong/core/roster/columns.ts";
import type { Problem } from "@yigong/core/roster/problem.ts";
import { rowsWith } from "@yigong/core/roster/raw-row.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import type { RosterDeps } from "./roster-stores.ts";

/** The bad rows of an import as they stand in its file, with what is wrong. */
export interface BadRows {
  columns: Columns;
  rows: { number: number; cells: Record<string, string>; problems: Problem[] }[];
}

/**
 * Reads the bad rows of an import, with what was put right in the page; the reading is kept, since they hold people's data.
 *
 * @throws `roster.missing`, `roster.not_mendable`
 */
export async function readBadRows(
  { rosters, importers, newId }: Pick<RosterDeps, "rosters" | "importers" | "newId">,
  id: string,
  by: ByAt,
): Promise<BadRows> {
  const batch = await rosters.get(id);
  const { columns } = importers.of(batch.kind);
  const { items } = await rosters.rows(id, ({ state }) => state === "bad", { limit: MOST_ROWS });
  const bad = new Map(items.flatMap(({ row, problems }) => (row === undefined ? [] : [[row, problems] as const])));
  const cells = await rosters.cells(id);
  if (cells.length === 0) throw rosterRefusal("roster.not_mendable");
  await rosters.note([entryOf(newId, { subjectId: id, at: by.at, action: "roster.readBadRows", by })]);
  const all = [...columns.required, ...columns.optional];
  const said = rowsWith(cells, batch.edits ?? {}).filter(({ number }) => bad.has(number));
  return {
    columns,
    rows: said.map((row) => ({
      number: row.number,
      cells: Object.fromEntries(all.flatMap((column) => [[column, row.cell(column)?.text ?? ""]])),
      problems: bad.get(row.number) ?? [],
    })),
  };
}

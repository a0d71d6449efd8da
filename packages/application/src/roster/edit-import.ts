import { entryOf } from "@yigong/core/audit/audit.ts";
import { inBoth } from "@yigong/core/language/index.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type Edit, MOST_EDITS, rowsWith } from "@yigong/core/roster/raw-row.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import { type BatchIn, countsOf } from "@yigong/core/roster/roster.ts";
import { planNow } from "./plan-import.ts";
import { storedRows } from "./preview-import.ts";
import type { RosterDeps } from "./roster-stores.ts";

/** A row by its number in the file, and what is to stand there: texts by field, or null to take it out. */
export interface RowEdit {
  row: number;
  edit: Edit;
}

/**
 * Puts a row of a previewed import right, or takes it out, and plans the whole import anew by the same checks.
 *
 * A row that is taken out is as if the file never had it: whoever it meant is missing from a roster file, and leaves.
 * @throws `roster.not_previewed`, `roster.row_missing`, `roster.column_missing`, `roster.not_mendable`, `roster.too_many_edits`,
 * `roster.edited_meanwhile`
 */
export async function editImport(
  deps: RosterDeps,
  batchId: string,
  { row, edit, by }: RowEdit & { by: ByAt },
): Promise<BatchIn<"previewed">> {
  const [batch, cells] = await Promise.all([deps.rosters.get(batchId), deps.rosters.cells(batchId)]);
  if (batch.status !== "previewed")
    throw rosterRefusal("roster.not_previewed", { status: inBoth(`roster.batch.${batch.status}`) });
  if (cells.length === 0) throw rosterRefusal("roster.not_mendable");
  const before = batch.edits?.[String(row)];
  if (before === null || !cells.some(({ number }) => number === row))
    throw rosterRefusal("roster.row_missing", { row });
  const importer = deps.importers.of(batch.kind);
  const fields = [...importer.columns.required, ...importer.columns.optional];
  const unknown = Object.keys(edit ?? {}).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw rosterRefusal("roster.column_missing", { field: unknown, column: "" });
  const edits = { ...batch.edits, [row]: edit === null ? null : { ...before, ...edit } };
  if (Object.keys(edits).length > MOST_EDITS) throw rosterRefusal("roster.too_many_edits", { most: MOST_EDITS });
  const rows = rowsWith(cells, edits);
  if (rows.length === 0) throw rosterRefusal("roster.no_rows");
  const read = await importer.read(rows, { at: by.at, numbersAsWritten: batch.numbersAsWritten });
  const plan = await planNow(importer, read, by.at);
  const revised: BatchIn<"previewed"> = {
    ...batch,
    revision: (batch.revision ?? 0) + 1,
    edits,
    editedRows: Object.keys(edits)
      .map(Number)
      .sort((a, b) => a - b),
    fileRows: rows.length,
    counts: countsOf(plan.rows),
    newUnits: plan.units.newUnits.map((unit) => ({ kind: unit.kind, name: unit.name })),
    losses: [...(plan.losses ?? [])],
    basis: plan.basis,
    previewRows: plan.rows.length,
  };
  const action = edit === null ? "roster.removeRow" : "roster.mendRow";
  const detail = { row, ...(edit === null ? {} : { fields: Object.keys(edit) }) };
  const audit = [entryOf(deps.newId, { subjectId: batchId, at: by.at, action, by, detail })];
  await deps.rosters.revise(revised, storedRows(plan, read), audit);
  return revised;
}

import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type Choice, rowsOf } from "@yigong/core/roster/columns.ts";
import { rawOf } from "@yigong/core/roster/raw-row.ts";
import { type BatchIn, countsOf, Id } from "@yigong/core/roster/roster.ts";
import type { ReadRow } from "@yigong/core/roster/roster-entry.ts";
import { type Plan, planNow } from "./plan-import.ts";
import type { RosterDeps } from "./roster-stores.ts";

/** A file that somebody wants to import. */
export interface Upload {
  /** One of the importers' kinds. */
  kind: string;
  fileName: string;
  bytes: Uint8Array;
  /** The employee numbers are right as they are written, whatever their zeros. */
  numbersAsWritten?: boolean | undefined;
  /** The sheet and columns that somebody chose. */
  choice?: Choice | undefined;
}

/** The rows of a preview, each with what the file says there. */
export const storedRows = (plan: Plan, read: readonly ReadRow<unknown>[]) =>
  plan.rows.map((preview, at) => ({ preview, ...(read[at] && { entry: read[at] }) }));

/**
 * Reads a file and keeps what importing it would do: every bad row with every reason, and every difference.
 *
 * Nothing of the roster changes.
 * @throws `roster.unreadable`, `roster.too_large`, `roster.too_many_rows`, `roster.header_missing`,
 * `roster.header_twice`, `roster.several_sheets`, `roster.no_rows`, `roster.sheet_missing`, `roster.column_missing`
 */
export async function previewImport(deps: RosterDeps, upload: Upload, by: ByAt): Promise<BatchIn<"previewed">> {
  const { kind, fileName, bytes, numbersAsWritten, choice } = upload;
  const importer = deps.importers.of(kind);
  const { rows, sheet, ...columns } = rowsOf(await deps.documents.readTable(bytes), importer.columns, choice);
  const read = await importer.read(rows, { at: by.at, numbersAsWritten });
  const plan = await planNow(importer, read, by.at);
  const batch: BatchIn<"previewed"> = {
    id: Id.parse(deps.newId("imp")),
    kind,
    fileName: fileName.slice(0, 200),
    status: "previewed",
    previewedAt: by.at,
    previewedBy: by.actorId,
    fileRows: rows.length,
    counts: countsOf(plan.rows),
    newUnits: plan.units.newUnits.map((unit) => ({ kind: unit.kind, name: unit.name })),
    ...columns,
    ...(sheet !== undefined && { sheet }),
    ...(numbersAsWritten && { numbersAsWritten }),
    losses: [...(plan.losses ?? [])],
    basis: plan.basis,
    previewRows: plan.rows.length,
  };
  const cells = rows.map((row) => rawOf(row, importer.columns));
  await deps.rosters.addPreview(batch, storedRows(plan, read), cells);
  return batch;
}

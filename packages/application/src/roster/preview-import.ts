import type { ByAt } from "@yigong/core/permission/actor.ts";
import { rowsOf } from "@yigong/core/roster/columns.ts";
import { type BatchIn, countsOf, Id } from "@yigong/core/roster/roster.ts";
import { planNow } from "./plan-import.ts";
import type { RosterDeps } from "./roster-stores.ts";

/** A file that somebody wants to import. */
export interface Upload {
  /** One of the importers' kinds. */
  kind: string;
  fileName: string;
  bytes: Uint8Array;
  /** The employee numbers are right as they are written, whatever their zeros. */
  numbersAsWritten?: boolean | undefined;
}

/**
 * Reads a file and keeps what importing it would do: every bad row with every reason, and every difference.
 *
 * Nothing of the roster changes.
 * @throws `roster.unreadable`, `roster.too_large`, `roster.too_many_rows`, `roster.header_missing`,
 * `roster.header_twice`, `roster.several_sheets`, `roster.no_rows`
 */
export async function previewImport(deps: RosterDeps, upload: Upload, by: ByAt): Promise<BatchIn<"previewed">> {
  const { kind, fileName, bytes, numbersAsWritten } = upload;
  const importer = deps.importers.of(kind);
  const { rows, sheet, ...columns } = rowsOf(await deps.documents.readTable(bytes), importer.columns);
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
  const stored = plan.rows.map((preview, at) => ({ preview, ...(read[at] && { entry: read[at] }) }));
  await deps.rosters.addPreview(batch, stored);
  return batch;
}

import { dayOf } from "@yigong/core/lib/time.ts";
import { ROSTER_COLUMNS, rowsOf, SHIFT_COLUMNS } from "@yigong/core/roster/columns.ts";
import { type BatchIn, countsOf, Id, type Kind } from "@yigong/core/roster/roster.ts";
import { type ReadRow, readRosterRows } from "@yigong/core/roster/roster-entry.ts";
import { readShiftRows } from "@yigong/core/roster/shift-plan.ts";
import { planAgain } from "./plan-import.ts";
import type { By, RosterDeps } from "./roster-stores.ts";

/** A file that somebody wants to import. */
export interface Upload {
  kind: Kind;
  fileName: string;
  bytes: Uint8Array;
}

/**
 * Reads a file and keeps what importing it would do: every bad row with every reason, and every difference.
 *
 * Nothing of the roster changes.
 * @throws `roster.unreadable`, `roster.too_large`, `roster.too_many_rows`, `roster.header_missing`,
 * `roster.header_twice`, `roster.no_rows`
 */
export async function previewImport(deps: RosterDeps, upload: Upload, by: By): Promise<BatchIn<"previewed">> {
  const { kind, fileName, bytes } = upload;
  const columns = kind === "roster" ? ROSTER_COLUMNS : SHIFT_COLUMNS;
  const { rows, ignoredColumns } = rowsOf(await deps.documents.readTable(bytes), columns);
  const read = await readRows(deps, kind, { rows, at: by.at });
  const plan = await planAgain(deps, kind, read, by.at);
  const batch: BatchIn<"previewed"> = {
    id: Id.parse(deps.newId("imp")),
    kind,
    fileName: fileName.slice(0, 200),
    status: "previewed",
    previewedAt: by.at,
    previewedBy: by.actorId,
    fileRows: rows.length,
    counts: countsOf(plan.rows),
    newUnits: plan.newUnits.map((unit) => ({ kind: unit.kind, name: unit.name })),
    ignoredColumns,
    basis: plan.basis,
    previewRows: plan.rows.length,
  };
  const stored = plan.rows.map((preview, at) => ({ preview, ...(read[at] && { entry: read[at] }) }));
  await deps.rosters.addPreview(batch, stored);
  return batch;
}

async function readRows(
  deps: RosterDeps,
  kind: Kind,
  { rows, at }: { rows: ReturnType<typeof rowsOf>["rows"]; at: string },
): Promise<ReadRow<unknown>[]> {
  const { zone } = await deps.settings.get();
  const day = dayOf(at, zone);
  const members = await deps.members.all();
  const storedNumbers = members.map((member) => member.employeeNumber);
  if (kind === "roster") return readRosterRows(rows, { today: day, storedNumbers });
  return readShiftRows(rows, { members, posts: await deps.units.all("post"), zone, day });
}

import * as z from "zod";
import { inBoth } from "../language/index.ts";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import { valuesOf } from "../noun-vocabulary.ts";
import { UnitId, UnitInfo } from "../organization/organization.ts";
import * as nouns from "../vocabulary.ts";
import { Loss } from "./mass-loss.ts";
import { Problem } from "./problem.ts";
import { Edits } from "./raw-row.ts";
import { rosterRefusal } from "./roster.refusals.ts";

export const Id = idOf("imp");
export type Id = z.infer<typeof Id>;

/** What a file holds: each kind that a noun imports. */
export const Kind = z.enum(valuesOf(nouns, "imports").flat());
export type Kind = z.infer<typeof Kind>;

/** What an import does about a row: of people, or of shifts (`adds`, `removes`). */
export const RowState = z.enum(["joins", "changes", "transfers", "leaves", "adds", "removes", "unchanged", "bad"]);
export type RowState = z.infer<typeof RowState>;

/** One row of the preview. Leavers and removed shifts have no row in the file. */
export const PreviewRow = z.object({
  row: z.int().positive().optional(),
  employeeNumber: z.string(),
  name: z.string(),
  state: RowState,
  /** Field by field, as people read them; phone numbers are masked. */
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  problems: z.array(Problem),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

const Counts = z.record(RowState, z.int().nonnegative());
export type Counts = z.infer<typeof Counts>;

const Base = z.object({
  id: Id,
  /** One of the importers' kinds. */
  kind: z.string(),
  fileName: z.string(),
  previewedAt: Instant,
  previewedBy: z.string(),
  /** Rows in the file below its header. */
  fileRows: z.int(),
  counts: Counts,
  newUnits: z.array(z.object({ kind: z.string(), name: z.string() })),
  ignoredColumns: z.array(z.string()),
  /** Headers that were taken for a column of another name. */
  renamedColumns: z.array(z.object({ header: z.string(), column: z.string() })).optional(),
  /** The sheet that was read, of a workbook. */
  sheet: z.string().optional(),
  /** Somebody said at the upload that the employee numbers are right as they are written. */
  numbersAsWritten: z.boolean().optional(),
  /** What many would lose: applying asks for each number. */
  losses: z.array(Loss).optional(),
  /** A digest of what was stored when the preview was made, as far as the import depends on it. */
  basis: z.string(),
  /** How many rows of the preview there are, leavers included. */
  previewRows: z.int(),
  /** How often it was changed in the page; absent before the first time. */
  revision: z.int().positive().optional(),
  /** The rows that were put right or taken out in the page. */
  editedRows: z.array(z.int()).optional(),
  edits: Edits.optional(),
  /** Bad rows that somebody chose not to import. */
  leftOut: z.int().positive().optional(),
});

/** Units that an import made, posts whose coverers and units whose head it changed: what an undo takes back. */
export const UnitChanges = z.object({
  newUnits: z.array(UnitInfo),
  posts: z.array(z.object({ id: UnitId, before: z.array(UnitId), after: z.array(UnitId) })),
  heads: z.array(z.object({ id: UnitId, before: z.string().optional(), after: z.string() })),
});
export type UnitChanges = z.infer<typeof UnitChanges>;

const begun = { writeId: z.string(), units: UnitChanges, applyAt: Instant, applyBy: z.string() };
const undoing = { ...begun, undoWriteId: z.string(), undoAt: Instant, undoBy: z.string() };

/** An import from its preview to its undo. `applying` and `undoing` are on their way and end by themselves or by a retry. */
export const Batch = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("previewed") }),
  Base.extend({ status: z.literal("applying"), ...begun }),
  Base.extend({ status: z.literal("applied"), ...begun }),
  Base.extend({ status: z.literal("undoing"), ...undoing }),
  Base.extend({ status: z.literal("undone"), ...undoing }),
]);
export type Batch = z.infer<typeof Batch>;
export type BatchIn<Status extends Batch["status"]> = Extract<Batch, { status: Status }>;

/** How far an import is that is being applied or taken back; each row that changes is written twice. */
export const Progress = z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() });
export type Progress = z.infer<typeof Progress>;

/** What an answer shows of a batch. */
export const Summary = z.object({
  ...Base.omit({ basis: true, edits: true }).shape,
  kind: Kind,
  status: z.enum(["previewed", "applying", "applied", "undoing", "undone"]),
  applyAt: Instant.optional(),
  applyBy: z.string().optional(),
  undoAt: Instant.optional(),
  undoBy: z.string().optional(),
  /** While it is `applying` or `undoing`. */
  progress: Progress.optional(),
});
export type Summary = z.infer<typeof Summary>;

/** Counts rows by what an import does about them. */
export function countsOf(rows: readonly Pick<PreviewRow, "state">[]): Counts {
  const counts = Object.fromEntries(RowState.options.map((state) => [state, 0])) as Counts;
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/**
 * Lets a previewed batch be applied: without bad rows, or leaving them out where a kind of import may do so.
 *
 * @param leaving.skipBad - how many bad rows somebody chose not to import: the number that the preview has
 * @throws `roster.has_bad_rows`, `roster.not_previewed`
 */
export function requireApplicable(
  batch: Batch,
  { maySkip = false, skipBad }: { maySkip?: boolean | undefined; skipBad?: number | undefined } = {},
): asserts batch is BatchIn<"previewed"> {
  if (batch.status !== "previewed")
    throw rosterRefusal("roster.not_previewed", { status: inBoth(`roster.batch.${batch.status}`) });
  const { bad } = batch.counts;
  if (bad === 0 || (maySkip && skipBad === bad)) return;
  throw rosterRefusal(maySkip ? "roster.has_bad_rows/skip" : "roster.has_bad_rows", { count: bad });
}

/** Lets an applied batch be undone. @throws `roster.not_applied` */
export function requireUndoable(batch: Batch): asserts batch is BatchIn<"applied"> {
  if (batch.status !== "applied")
    throw rosterRefusal("roster.not_applied", { status: inBoth(`roster.batch.${batch.status}`) });
}

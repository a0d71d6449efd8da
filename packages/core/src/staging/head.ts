import * as z from "zod";

/** Writes that were given up; no reader is as slow as so many of them. */
const ABANDONED_KEPT = 20;
const abandoned = z.array(z.string()).max(ABANDONED_KEPT).optional();

/**
 * Where the roster stands between two states.
 *
 * An import changes thousands of rows but one instant decides: rows are first staged beside their present value, then
 * the head moves from `staging` to `settling`, and from then on every reader sees the staged values.
 * `epoch` counts those instants.
 */
export const Head = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("idle"), epoch: z.int(), lastCommitted: z.string().optional(), abandoned }),
  z.object({
    phase: z.enum(["staging", "settling", "abandoning"]),
    epoch: z.int(),
    writeId: z.string(),
    batchId: z.string(),
    lastCommitted: z.string().optional(),
    abandoned,
  }),
]);
export type Head = z.infer<typeof Head>;

/** A row's value before and after an import; without `before` it is new, without `after` it goes. */
export interface Step<Value> {
  before?: Value | undefined;
  after?: Value | undefined;
}

/** The steps of an import in their order; of a large one they are read as they are taken. */
export type Steps<Value> = Iterable<Step<Value>> | AsyncIterable<Step<Value>>;

/** A stored row: its present value, and the one that an import put beside it. */
export interface StagedRow {
  now?: unknown;
  staged?: unknown;
  stagedBy?: string | undefined;
  /**
   * The write that made the row, which needs no settling: whatever is not under way and was not given up counts, and a
   * write that is given up takes its new rows away before it ends.
   */
  since?: string | undefined;
}

/** Whether the values that a write staged are the ones that count. */
export const isCommitted = (head: Head, writeId: string): boolean =>
  head.lastCommitted === writeId || (head.phase === "settling" && head.writeId === writeId);

/** Whether rows that a write made are there, by a head that was read after them. */
const isThere = (head: Head, writeId: string): boolean => {
  if (head.abandoned?.includes(writeId)) return false;
  return head.phase === "idle" || head.phase === "settling" || head.writeId !== writeId;
};

/** A head after a write was given up. */
export const withAbandoned = (head: Head, writeId: string): Head => ({
  ...head,
  abandoned: [...(head.abandoned ?? []), writeId].slice(-ABANDONED_KEPT),
});

/** The value that a reader sees: the staged one from the head's move on, the present one before. */
export const visible = (row: StagedRow, head: Head): unknown => {
  if (row.since !== undefined && !isThere(head, row.since)) return undefined;
  return row.stagedBy !== undefined && isCommitted(head, row.stagedBy) ? row.staged : row.now;
};

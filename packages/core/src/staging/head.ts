import * as z from "zod";

/**
 * Where the roster stands between two states.
 *
 * An import changes thousands of rows but one instant decides: rows are first staged beside their present value, then
 * the head moves from `staging` to `settling`, and from then on every reader sees the staged values.
 * `epoch` counts those instants.
 */
export const Head = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("idle"), epoch: z.int(), lastCommitted: z.string().optional() }),
  z.object({
    phase: z.enum(["staging", "settling", "abandoning"]),
    epoch: z.int(),
    writeId: z.string(),
    batchId: z.string(),
    lastCommitted: z.string().optional(),
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
}

/** Whether the values that a write staged are the ones that count. */
export const isCommitted = (head: Head, writeId: string): boolean =>
  head.lastCommitted === writeId || (head.phase === "settling" && head.writeId === writeId);

/** The value that a reader sees: the staged one from the head's move on, the present one before. */
export const visible = (row: StagedRow, head: Head): unknown =>
  row.stagedBy !== undefined && isCommitted(head, row.stagedBy) ? row.staged : row.now;

import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { type Info, isActive } from "./participation.ts";

/**
 * The line before one position: how many numbers were drawn, and which of them are void.
 *
 * Each change only adds, so people never wait for each other's decision. Provisional places are not written anywhere:
 * they follow from the voids, so that a withdrawal moves everybody behind it up without a write of theirs.
 */
export const Line = z.object({
  positionId: z.string(),
  drawn: z.int().nonnegative(),
  /** People in the line: placed and waiting together. */
  active: z.int(),
  /** Numbers that nobody holds any more. */
  voids: z.array(z.int()),
  /** No more sign-ups from here on. */
  closedAt: Instant.optional(),
  /** The deadline has allocated: from here on the rows say who is placed. */
  allocatedAt: Instant.optional(),
});
export type Line = z.infer<typeof Line>;

export const emptyLine = (positionId: string): Line => ({ positionId, drawn: 0, active: 0, voids: [] });

/** The place in the line, from 1: how many numbers up to this one are not void. */
export const rankOf = (number: number, voids: readonly number[]): number =>
  number - voids.filter((voided) => voided < number).length;

/** Whether a number has a provisional place. A number that was drawn a moment ago counts, so that nothing is over-filled. */
export const provisionalState = (number: number, line: Pick<Line, "voids">, headCount: number): "placed" | "waiting" =>
  rankOf(number, line.voids) <= headCount ? "placed" : "waiting";

/** A row as it stands: before the allocation its state follows from the line, afterwards it is its own. */
export function resolve(row: Info, line: Line, headCount: number): Info {
  if (line.allocatedAt !== undefined || !isActive(row) || row.state === "offered") return row;
  return { ...row, state: provisionalState(row.number, line, headCount) };
}

/** How many are placed and waiting: those who wait move up at once, so two numbers suffice. */
export const countsOf = (line: Pick<Line, "active">, headCount: number) => ({
  placed: Math.min(Math.max(line.active, 0), headCount),
  waiting: Math.max(line.active - headCount, 0),
});

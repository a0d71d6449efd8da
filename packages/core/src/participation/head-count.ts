import { participationRefusal } from "./participation.refusals.ts";
import { type Info, inOrder, type Placed } from "./participation.ts";

/** So many lose their place in one act at most: they are written together with the number. */
export const LOSING_AT_MOST = 40;

/** Somebody who had a place and is the first to get the next one that comes free. */
export const displaced = (place: Placed, at: string): Extract<Info, { state: "waiting" }> => ({
  ...place,
  state: "waiting",
  since: at,
  displacedAt: at,
});

/**
 * Who loses a place when there are fewer than people in them. The organizer names exactly as many as there are too many.
 *
 * @param rows - those of the position as they stand, after the allocation
 * @throws `participation.choose_losers`, `participation.not_placed`, `participation.too_many_at_once`
 * @source docs/domain.md A6, "Changing what was published"
 */
export function losersOf(
  rows: readonly Info[],
  { headCount, losing }: { headCount: number; losing: readonly string[] },
): Placed[] {
  const placed = rows.filter((row) => row.state === "placed").sort(inOrder);
  const tooMany = Math.max(0, placed.length - headCount);
  const named = new Set(losing);
  if (tooMany > LOSING_AT_MOST) throw participationRefusal("participation.too_many_at_once", { most: LOSING_AT_MOST });
  if (named.size !== tooMany)
    throw participationRefusal("participation.choose_losers", {
      placed: placed.length,
      headCount,
      tooMany,
      named: named.size,
    });
  const losers = placed.filter(({ memberId }) => named.has(memberId));
  if (losers.length !== named.size) throw participationRefusal("participation.not_placed");
  return losers;
}

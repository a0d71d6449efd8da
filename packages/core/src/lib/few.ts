/** Of fewer people than this nothing is shown. @source docs/domain.md PIPL */
export const FEWEST = 5;

/**
 * Which parts of a whole may be shown beside the whole: none of one to four people, and none from which such a part could
 * be worked out, as the whole less the others. The smallest further part is held back until what is hidden are five.
 *
 * @param sizes - how many people each part has; of a whole of fewer than five nothing may be shown, also not its sum
 */
export function shownParts(sizes: readonly number[]): boolean[] {
  const shown = sizes.map((size) => size === 0 || size >= FEWEST);
  const hidden = () => sizes.reduce((sum, size, at) => (shown[at] ? sum : sum + size), 0);
  while (hidden() > 0 && hidden() < FEWEST) {
    const next = smallestShown(sizes, shown);
    if (next === undefined) break;
    shown[next] = false;
  }
  return sizes.reduce((sum, size) => sum + size, 0) < FEWEST ? sizes.map(() => false) : shown;
}

function smallestShown(sizes: readonly number[], shown: readonly boolean[]): number | undefined {
  let found: number | undefined;
  for (const [at, size] of sizes.entries()) {
    if (!shown[at] || size === 0) continue;
    if (found === undefined || size < (sizes[found] ?? 0)) found = at;
  }
  return found;
}

/** So many people from one step of a scale to another, both included. */
export interface Bin {
  from: number;
  to: number;
  n: number;
}

/**
 * A distribution of which no part has fewer than five people: steps next to each other are taken together until they have.
 *
 * @param counts - how many people are at each step, from `lowest` up
 * @returns nothing of fewer than five people
 */
export function binsOf(counts: readonly number[], lowest: number): Bin[] {
  const bins: Bin[] = [];
  let open: Bin | undefined;
  for (const [at, n] of counts.entries()) {
    open = { from: open?.from ?? lowest + at, to: lowest + at, n: (open?.n ?? 0) + n };
    if (open.n < FEWEST) continue;
    bins.push(open);
    open = undefined;
  }
  const last = bins.at(-1);
  if (open && last) bins[bins.length - 1] = { from: last.from, to: open.to, n: last.n + open.n };
  return bins;
}

/** How many of some values are at each step of a scale. */
export function countsOf(
  values: readonly number[],
  { lowest, highest }: { lowest: number; highest: number },
): number[] {
  const counts = Array.from({ length: highest - lowest + 1 }, () => 0);
  for (const value of values) counts[value - lowest] = (counts[value - lowest] ?? 0) + 1;
  return counts;
}

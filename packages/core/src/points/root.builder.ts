import { type Account, opened } from "./account.ts";
import { lengthsAt, type Sealed, seal } from "./root.ts";

/** An account with a chain of some length. */
export const account = (pseudonym: string, seq: number): Account => ({
  ...opened(pseudonym),
  seq,
  hash: String(seq).padStart(64, "0"),
});

const DAY = { day: "2026-09-01", at: "2026-09-01T00:00:00.000Z" };

/** Roots of a ledger in which one chain grows by an entry each time and another never. */
export function days(count: number): Sealed[] {
  const roots: Sealed[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const last = roots.at(-1);
    const before = last && { last, lengths: lengthsAt(roots) };
    roots.push(seal([account("a", seq), account("b", 1)], { before, ...DAY }));
  }
  return roots;
}

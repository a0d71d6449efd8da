import * as z from "zod";
import { Day, Instant } from "../lib/time.ts";
import type { Account } from "./account.ts";
import { chained, digestOf, GENESIS } from "./canonical.ts";

/** How long a person's chain was. */
export const Length = z.tuple([z.string(), z.int().positive()]);
export type Length = z.infer<typeof Length>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What the whole ledger was at one moment: a digest of the heads of all chains. Roots form a chain of their own.
 *
 * `heads` is the SHA-256 of the lines `<pseudonym> <seq> <hash>\n` in the order of pseudonyms.
 * @source docs/ledger.md Daily roots
 */
export const Root = z.object({
  n: z.int().positive(),
  /** The local day on which it was taken, one root a day. */
  day: Day,
  at: Instant,
  accounts: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  heads: Hash,
  /** Whether `moved` lists every chain and not only those that grew since the root before. */
  full: z.boolean(),
});
export type Root = z.infer<typeof Root>;

/** A root with the hash that chains it to the one before, and the chains that moved. */
export const Sealed = z.object({ root: Root, hash: Hash, moved: z.array(Length) });
export type Sealed = z.infer<typeof Sealed>;

/** Every so many roots all chains are listed, so that nobody has to go back further to know them. */
export const FULL_EVERY = 30;

/** A root in the order of its canonical form. */
export const canonicalOf = ({ n, day, at, accounts, entries, heads, full }: Root) => ({
  v: 1,
  n,
  day,
  at,
  accounts,
  entries,
  heads,
  full,
});

const byPseudonym = (a: Account, b: Account): number => (a.pseudonym < b.pseudonym ? -1 : 1);

/** The digest of the heads of all chains, in whatever order they come. */
export const headsDigest = (accounts: readonly Account[]): string =>
  digestOf(
    accounts
      .toSorted(byPseudonym)
      .map(({ pseudonym, seq, hash }) => `${pseudonym} ${seq} ${hash}\n`)
      .join(""),
  );

/**
 * Takes the root of a day.
 *
 * @param accounts - all accounts as they stand
 * @param before - the last root and the lengths of chains in it; nothing for the first
 * @param at - instant, ISO-8601 UTC; `day` is the alliance's local day of it
 * @source docs/ledger.md Daily roots
 */
export function seal(
  accounts: readonly Account[],
  {
    before,
    day,
    at,
  }: { before: { last: Sealed; lengths: ReadonlyMap<string, number> } | undefined; day: string; at: string },
): Sealed {
  const n = (before?.last.root.n ?? 0) + 1;
  const full = n % FULL_EVERY === 1;
  const root: Root = {
    n,
    day,
    at,
    accounts: accounts.length,
    entries: accounts.reduce((sum, { seq }) => sum + seq, 0),
    heads: headsDigest(accounts),
    full,
  };
  const grown = accounts.filter(({ pseudonym, seq }) => full || before?.lengths.get(pseudonym) !== seq);
  const moved = grown.toSorted(byPseudonym).map(({ pseudonym, seq }): Length => [pseudonym, seq]);
  return { root, hash: chained(before?.last.hash ?? GENESIS, JSON.stringify(canonicalOf(root))), moved };
}

/** How long each chain was at the last of some roots, the first of which is full. */
export function lengthsAt(roots: readonly Sealed[]): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const { root, moved } of roots) {
    if (root.full) lengths.clear();
    for (const [pseudonym, seq] of moved) lengths.set(pseudonym, seq);
  }
  return lengths;
}

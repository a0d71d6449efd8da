import * as z from "zod";
import { canonical, chained, GENESIS } from "./canonical.ts";
import { type Draft, type Posted, pseudonymOf, requireSound } from "./points.ts";
import { addTallies, type Balance, emptyTally, Tally, tallyOf } from "./tally.ts";

/**
 * A person's account: the head of the chain, and the balances of each year as caches of its entries.
 *
 * `seq` and `hash` are those of the last entry.
 */
export const Account = z.object({
  pseudonym: z.string(),
  seq: z.int().nonnegative(),
  hash: z.string().length(64),
  years: z.record(z.string(), Tally),
});
export type Account = z.infer<typeof Account>;

/** An account without an entry. */
export const opened = (pseudonym: string): Account => ({ pseudonym, seq: 0, hash: GENESIS, years: {} });

/**
 * Posts an entry at the end of its person's chain.
 *
 * @returns the entry in its place with its hash, and the account after it
 * @throws `points.unbalanced`, `points.correction_incomplete`; RangeError for another person's entry
 * @source docs/ledger.md
 */
export function advance(account: Account, draft: Draft): { posted: Posted; account: Account } {
  if (pseudonymOf(draft) !== account.pseudonym) throw new RangeError(`${draft.id} is not of ${account.pseudonym}`);
  requireSound(draft);
  const entry = { ...draft, seq: account.seq + 1 };
  const hash = chained(account.hash, canonical(entry));
  const before = account.years[String(draft.year)] ?? emptyTally();
  const years = { ...account.years, [String(draft.year)]: addTallies(before, tallyOf(draft)) };
  return { posted: { entry, hash }, account: { ...account, seq: entry.seq, hash, years } };
}

/**
 * An account as its entries make it: what its cache and the head of its chain have to be.
 *
 * @param chain - all entries of one person, in order
 * @throws RangeError naming the first entry that is out of place or does not carry its hash
 */
export function recompute(pseudonym: string, chain: readonly Posted[]): Account {
  return chain.reduce((account, { entry, hash }) => {
    const { seq, ...draft } = entry;
    const next = advance(account, draft);
    if (seq !== next.account.seq || hash !== next.posted.hash) throw new RangeError(`The chain breaks at ${entry.id}.`);
    return next.account;
  }, opened(pseudonym));
}

/** The balance of a year, if there is an entry in it. */
export function balanceOf(account: Account, year: number): Balance | undefined {
  const tally = account.years[String(year)];
  return tally && { ...tally, pseudonym: account.pseudonym, year };
}

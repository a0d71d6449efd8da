import { isDeepStrictEqual } from "node:util";
import { everyAccount } from "@yigong/application/points/take-root.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { type Account, recompute } from "@yigong/core/points/account.ts";
import { chained, GENESIS } from "@yigong/core/points/canonical.ts";
import { dynamoLedger, type Ledger } from "@yigong/core/points/points.store.ts";
import { dynamoRoots, type Roots } from "@yigong/core/points/root.store.ts";
import { canonicalOf, headsDigest } from "@yigong/core/points/root.ts";
import * as z from "zod";

/** Summary of the ledger: chains, balances and roots, all recomputed from the entries. */
export const LedgerState = z.object({
  accounts: z.int(),
  entries: z.int(),
  /** Digest over the heads of all chains, as in a root. */
  heads: z.string(),
  /** The sum of all balances by year, in 0.01 points. */
  points: z.record(z.string(), z.int()),
  roots: z.int(),
  lastRoot: z.string().optional(),
});
export type LedgerState = z.infer<typeof LedgerState>;

const broken = (what: string, cause?: unknown) =>
  new Refusal("conflict", "transfer.ledger_broken", `The ledger is not sound: ${what}`, { cause });

async function soundChain(ledger: Ledger, account: Account): Promise<void> {
  let computed: Account;
  try {
    computed = recompute(account.pseudonym, await ledger.chainOf(account.pseudonym));
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Refusal && error.kind !== "unavailable"))
      throw broken(error.message, error);
    throw error;
  }
  if (!isDeepStrictEqual(computed, account))
    throw broken(`The account of ${account.pseudonym} is not what its entries come to.`);
}

async function soundRoots(roots: Roots): Promise<{ roots: number; lastRoot?: string }> {
  let [count, before] = [0, GENESIS];
  let cursor: string | undefined;
  do {
    const page = await roots.page({ limit: 30, cursor });
    for (const { root, hash } of page.items) {
      count += 1;
      const follows = root.n === count && hash === chained(before, JSON.stringify(canonicalOf(root)));
      if (!follows) throw broken(`Root ${root.n} does not follow from the one before.`);
      before = hash;
    }
    cursor = page.cursor;
  } while (cursor);
  return count === 0 ? { roots: 0 } : { roots: count, lastRoot: before };
}

/**
 * Recomputes every chain and every root.
 *
 * @param beat - called after each account
 * @throws `transfer.ledger_broken` at the first that is not what it should be
 */
export async function ledgerState(table: Table, beat: () => Promise<void> = async () => {}): Promise<LedgerState> {
  const ledger = dynamoLedger(table);
  const heads: Account[] = [];
  const points: Record<string, number> = {};
  let entries = 0;
  for await (const account of everyAccount(ledger)) {
    await soundChain(ledger, account);
    for (const [year, tally] of Object.entries(account.years)) points[year] = (points[year] ?? 0) + tally.points;
    entries += account.seq;
    heads.push({ ...account, years: {} });
    await beat();
  }
  const { roots, lastRoot } = await soundRoots(dynamoRoots(table));
  const sums = { accounts: heads.length, entries, heads: headsDigest(heads), points, roots };
  return lastRoot === undefined ? sums : { ...sums, lastRoot };
}

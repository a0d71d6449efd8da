import { createHash } from "node:crypto";
import type { Account } from "./account.ts";
import { canonicalOf as canonicalEntry } from "./canonical.ts";
import type { Posted } from "./points.ts";
import { canonicalOf as canonicalRoot, type Sealed } from "./root.ts";
import { toNumbers } from "./tally.ts";

/** The first line of an export. @param at - when it was made, ISO-8601 UTC */
export const headLine = (at: string): string => JSON.stringify({ kind: "ledger", form: 1, at });

export const rootLine = ({ root, hash, moved }: Sealed): string =>
  JSON.stringify({ kind: "root", hash, root: canonicalRoot(root), moved });

/**
 * The lines of one account: its entries in the order of the chain, then what they come to.
 *
 * @param chain - at least the entries up to the account's head; later ones are left out
 */
export function accountLines({ pseudonym, seq, hash, years }: Account, chain: readonly Posted[]): string[] {
  const entries = chain
    .slice(0, seq)
    .map((posted) => JSON.stringify({ kind: "entry", hash: posted.hash, entry: canonicalEntry(posted.entry) }));
  const balances = Object.fromEntries(Object.entries(years).map(([year, tally]) => [year, toNumbers(tally)]));
  return [...entries, JSON.stringify({ kind: "account", pseudonym, seq, hash, years: balances })];
}

/**
 * Ends each line with a line feed, and the file with how many lines there were and their SHA-256.
 *
 * @source docs/ledger.md The export
 */
export async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const digest = createHash("sha256");
  let count = 0;
  for await (const line of lines) {
    digest.update(`${line}\n`);
    count += 1;
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ kind: "end", lines: count, sha256: digest.digest("hex") })}\n`;
}

import { numbersFrom, randomHistory, shuffled } from "@yigong/testing/ledger-history.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Account, advance, opened, recompute } from "./account.ts";
import { type Draft, issuerOf, type Posted, pseudonymOf } from "./points.ts";
import { headsDigest } from "./root.ts";

/** A ledger in memory, with what issuers have given. */
function live(drafts: readonly Draft[], afterEach: (all: Map<string, Account>, issuers: Map<string, number>) => void) {
  const accounts = new Map<string, Account>();
  const issuers = new Map<string, number>();
  const chains = new Map<string, Posted[]>();
  for (const draft of drafts) {
    const pseudonym = pseudonymOf(draft);
    const { posted, account } = advance(accounts.get(pseudonym) ?? opened(pseudonym), draft);
    accounts.set(pseudonym, account);
    chains.set(pseudonym, [...(chains.get(pseudonym) ?? []), posted]);
    issuers.set(draft.debit, (issuers.get(draft.debit) ?? 0) - draft.points);
    afterEach(accounts, issuers);
  }
  return { accounts, issuers, chains };
}

const balanceOf = ({ years }: Account): number => Object.values(years).reduce((sum, { points }) => sum + points, 0);
const histories = fc
  .record({
    seed: fc.nat(1_000_000),
    people: fc.integer({ min: 1, max: 8 }),
    activities: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ seed, ...size }) => randomHistory(seed, size));
const nothing = () => {};

describe("a ledger with corrections, whatever its history", () => {
  it("comes to a sum of zero after every entry", () => {
    fc.assert(
      fc.property(histories, (drafts) => {
        const sums: number[] = [];
        live(drafts, (accounts, issuers) => {
          const held = [...accounts.values()].reduce((sum, account) => sum + balanceOf(account), 0);
          sums.push([...issuers.values()].reduce((sum, points) => sum + points, held));
        });

        expect(sums.filter((sum) => sum !== 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("has caches that its entries come to again", () => {
    fc.assert(
      fc.property(histories, (drafts) => {
        const { accounts, chains } = live(drafts, nothing);
        const again = [...chains].map(([pseudonym, chain]) => recompute(pseudonym, chain));

        expect(again).toEqual([...accounts.values()]);
      }),
      { numRuns: 200 },
    );
  });

  it("is the same bytes when it is lived twice", () => {
    fc.assert(
      fc.property(histories, (drafts) => {
        const [once, twice] = [live(drafts, nothing), live(drafts, nothing)];

        expect(JSON.stringify([...twice.chains])).toBe(JSON.stringify([...once.chains]));
        expect(headsDigest([...twice.accounts.values()])).toBe(headsDigest([...once.accounts.values()]));
      }),
      { numRuns: 100 },
    );
  });

  it("comes to the same balances in a thousand orders of posting", () => {
    const drafts = randomHistory(5, { people: 5, activities: 6 });
    const yearsOf = (order: readonly Draft[]) =>
      JSON.stringify(
        [...live(order, nothing).accounts.values()]
          .map(({ pseudonym, years }) => [pseudonym, years] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    const orders = Array.from({ length: 1000 }, (_, seed) => yearsOf(shuffled(drafts, seed)));

    expect(new Set([yearsOf(drafts), ...orders]).size).toBe(1);
  });

  it("breaks at the entry that was changed, whichever and however", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (drafts, pick) => {
        const chains = [...live(drafts, nothing).chains].filter(([, chain]) => chain.length > 0);
        const [pseudonym, chain] = chains[pick % Math.max(1, chains.length)] ?? ["", []];
        const at = numbersFrom(pick)(Math.max(1, chain.length));
        const changed = chain.map((posted, one) =>
          one === at ? { ...posted, entry: { ...posted.entry, debit: issuerOf("act_other") } } : posted,
        );
        const broken = chain[at];

        fc.pre(broken !== undefined);
        expect(() => recompute(pseudonym, changed)).toThrow(broken?.entry.id);
      }),
      { numRuns: 100 },
    );
  });
});

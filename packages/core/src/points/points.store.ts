import { auditOps } from "../audit/audit.row.ts";
import type { Entry as Audit } from "../audit/audit.ts";
import { fromCursor } from "../lib/cursor.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { consistency, type Reading, recent } from "../lib/reading.ts";
import { batchGet, type Table, transact } from "../lib/table.ts";
import { type Account, advance, balanceOf, opened } from "./account.ts";
import { accountEntity, accountListEntity, accountOf, entryEntity, listOps, postedOf, postOps } from "./entry.row.ts";
import * as Points from "./points.ts";
import type { Balance } from "./tally.ts";

/** The ledger and its accounts. There is no way to change or delete an entry. */
export interface Ledger {
  /**
   * Posts an entry at the end of its person's chain and moves the account, in one transaction.
   *
   * @param from - the account as it was seen lately, of somebody who is in the list of accounts
   * @returns false when this cause was posted before
   * @throws `points.unbalanced`, `points.correction_incomplete`, `store.busy`
   */
  post(draft: Points.Draft, from?: Account): Promise<boolean>;
  /** Puts people who have no account yet into the list of accounts, in few writes. @returns all their accounts, for `post` */
  enlist(pseudonyms: readonly string[]): Promise<Map<string, Account>>;
  /** A person's entries of a year, in the order of their ids: what corrects an entry stands beside it. */
  entriesOf(pseudonym: string, year: number, page: PageRequest): Promise<Page<Points.Entry>>;
  /** All entries of a person in the order of the chain, with their hashes; at least those that the account knows. */
  chainOf(pseudonym: string): Promise<Points.Posted[]>;
  find(pseudonym: string, year: number, id: string): Promise<Points.Posted | undefined>;
  /** What an activity issued. */
  issuedBy(activityId: string, page: PageRequest): Promise<Page<Points.Entry>>;
  /** Balances of a year; who has none is left out. */
  balances(pseudonyms: readonly string[], year: number): Promise<Map<string, Balance>>;
  /** Heads and balances of those who have an account. Consistent. */
  accountsOf(pseudonyms: readonly string[]): Promise<Map<string, Account>>;
  /** Everybody who has an account, or is about to get one, once and in order. */
  pseudonyms(): Promise<string[]>;
  /** Writes down who did what with the ledger as a whole. */
  note(audit: Audit): Promise<void>;
}

const ATTEMPTS = 40;

export function dynamoLedger(table: Table): Ledger {
  const entries = entryEntity(table);
  const accounts = accountEntity(table);
  const list = accountListEntity(table);
  const entriesPage = (found: { data: { row?: unknown }[]; cursor: string | null }): Page<Points.Entry> => ({
    items: found.data.map((item) => Points.Entry.parse(item.row)),
    cursor: found.cursor ?? undefined,
  });

  async function load(pseudonym: string, reading?: Reading): Promise<Account> {
    const { data } = await accounts.get({ pseudonym }).go(consistency(reading));
    return data ? accountOf(data) : opened(pseudonym);
  }

  async function read(pseudonyms: readonly string[], { consistent }: { consistent: boolean }) {
    const reads = pseudonyms.map((pseudonym) => accounts.get({ pseudonym }).params());
    const items = await batchGet(table, reads, { consistent });
    return items.flatMap((item) => (item ? [accountOf(item)] : []));
  }
  const accountsOf = async (pseudonyms: readonly string[]) =>
    new Map((await read(pseudonyms, { consistent: true })).map((account) => [account.pseudonym, account]));

  return {
    accountsOf,
    async enlist(pseudonyms) {
      const known = new Map((await read(pseudonyms, { consistent: false })).map((one) => [one.pseudonym, one]));
      const fresh = [...new Set(pseudonyms)].filter((pseudonym) => !known.has(pseudonym)).sort();
      for (const op of listOps(table, fresh)) await transact(table, [op]);
      return new Map(pseudonyms.map((pseudonym) => [pseudonym, known.get(pseudonym) ?? opened(pseudonym)]));
    },
    async post(draft, from) {
      const pseudonym = Points.pseudonymOf(draft);
      return untilSaved(async (attempt) => {
        // A head that has moved on fails the condition, and is then read as it is.
        const seen = attempt === 0 ? from : undefined;
        const before = seen ?? (await load(pseudonym, attempt === 0 ? recent : undefined));
        const after = advance(before, draft);
        if (before.seq === 0 && !seen) for (const op of listOps(table, [pseudonym])) await transact(table, [op]);
        const done = await transact(table, postOps(table, before, after));
        if (done.ok) return true;
        return done.failed.includes(0) ? false : CLASH;
      }, ATTEMPTS);
    },
    async entriesOf(pseudonym, year, { limit, cursor }) {
      const query = entries.query.byPerson({ credit: Points.personOf(pseudonym) }).begins({ year });
      return entriesPage(await fromCursor(query.go({ limit, cursor: cursor ?? null })));
    },
    async chainOf(pseudonym) {
      const query = entries.query.byPerson({ credit: Points.personOf(pseudonym) });
      const { data } = await query.go({ limit: 500, pages: "all", consistent: true });
      return data.map(postedOf).sort((a, b) => a.entry.seq - b.entry.seq);
    },
    async find(pseudonym, year, id) {
      const { data } = await entries.get({ credit: Points.personOf(pseudonym), year, id }).go({ consistent: true });
      return data ? postedOf(data) : undefined;
    },
    async issuedBy(activityId, { limit, cursor }) {
      const query = entries.query.byIssuer({ debit: Points.issuerOf(activityId) });
      return entriesPage(await fromCursor(query.go({ limit, cursor: cursor ?? null })));
    },
    async balances(pseudonyms, year) {
      const found = (await read(pseudonyms, { consistent: false })).flatMap(
        (account) => balanceOf(account, year) ?? [],
      );
      return new Map(found.map((balance) => [balance.pseudonym, balance]));
    },
    async note(audit) {
      await transact(table, auditOps(table, [audit]));
    },
    async pseudonyms() {
      const { data } = await list.query.byPseudonym({ all: "all" }).go({ limit: 1000, pages: "all", consistent: true });
      return [...new Set(data.flatMap(({ pseudonym, together }) => together ?? [pseudonym]))].sort();
    },
  };
}

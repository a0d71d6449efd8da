import { createHash } from "node:crypto";
import { CustomAttributeType, Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import { type Op, put, type Table } from "../lib/table.ts";
import { Account } from "./account.ts";
import { Entry, type Posted, pseudonymOf } from "./points.ts";
import { fromNumbers, toNumbers } from "./tally.ts";

/** The ledger: one item an entry. Items are created under the condition that they are not there; nothing else is done to them. */
export const entryEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "entry", version: "2" },
        attributes: {
          id: { type: "string", required: true },
          debit: { type: "string", required: true },
          credit: { type: "string", required: true },
          year: { type: "number", required: true },
          hash: { type: "string", required: true },
          row: { type: CustomAttributeType<Entry>("any"), required: true },
        },
        indexes: {
          byPerson: {
            pk: { field: "pk", composite: ["credit"], template: "account#${credit}" },
            sk: { field: "sk", composite: ["year", "id"], template: "${year}#${id}" },
          },
          byIssuer: {
            index: "gsi1",
            pk: { field: "gsi1pk", composite: ["debit"], template: "account#${debit}" },
            sk: { field: "gsi1sk", composite: ["id"], template: "${id}" },
          },
        },
      },
      { client: table.client, table: table.ledger },
    ),
);

/** One item a person: the head of the chain and the cached balances, which fit a kilobyte for some fifteen years. */
export const accountEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "account", version: "1" },
        attributes: {
          pseudonym: { type: "string", required: true },
          seq: { type: "number", required: true },
          hash: { type: "string", required: true },
          years: { type: CustomAttributeType<Record<string, number[]>>("any"), required: true },
        },
        indexes: {
          byPerson: {
            pk: { field: "pk", composite: ["pseudonym"], template: "person#${pseudonym}" },
            sk: { field: "sk", composite: [], template: "account" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/**
 * Who has an account, so that accounts are found without an index that each posting would pay for.
 *
 * An item names one person, or many who got theirs together; somebody may be named more than once.
 */
export const accountListEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "accountList", version: "1" },
        attributes: {
          all: { type: "string", required: true, default: "all" },
          pseudonym: { type: "string", required: true },
          together: { type: "list", items: { type: "string" } },
        },
        indexes: {
          byPseudonym: {
            pk: { field: "pk", composite: ["all"], template: "accounts#${all}" },
            sk: { field: "sk", composite: ["pseudonym"], template: "${pseudonym}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

const TOGETHER = 500;

/**
 * The items that name people in the list of accounts, before their first entry is posted.
 *
 * An item that names many is called by what it holds, so that it never takes the place of another. `~` keeps it behind
 * all pseudonyms.
 */
export function listOps(table: Table, pseudonyms: readonly string[]): Op[] {
  const list = accountListEntity(table);
  const [only] = pseudonyms;
  if (only !== undefined && pseudonyms.length === 1) return [put(list.put({ pseudonym: only }).params())];
  const parts = Array.from({ length: Math.ceil(pseudonyms.length / TOGETHER) }, (_, at) =>
    pseudonyms.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
  return parts.map((together) => {
    const digest = createHash("sha256").update(together.join("\n")).digest("hex").slice(0, 40);
    return put(list.put({ pseudonym: `~${digest}`, together }).params());
  });
}

export const postedOf = ({ row, hash }: { row?: unknown; hash?: unknown }): Posted => ({
  entry: Entry.parse(row),
  hash: String(hash),
});

export const accountOf = ({ years, ...item }: Record<string, unknown>): Account =>
  Account.parse({
    ...item,
    years: Object.fromEntries(
      Object.entries(years as Record<string, number[]>).map(([year, numbers]) => [year, fromNumbers(numbers)]),
    ),
  });

/**
 * The two writes of a posting: the entry if its cause was not posted before, and the account if its chain has not moved.
 *
 * @param before - the account that the posting goes on from
 */
export function postOps(
  table: Table,
  before: Account,
  { posted, account }: { posted: Posted; account: Account },
): Op[] {
  const { entry, hash } = posted;
  const { id, debit, credit, year } = entry;
  const years = Object.fromEntries(Object.entries(account.years).map(([one, tally]) => [one, toNumbers(tally)]));
  const head = accountEntity(table)
    .put({ pseudonym: pseudonymOf(entry), seq: account.seq, hash, years })
    .where((row, { eq, notExists }) =>
      before.seq === 0 ? notExists(row.seq) : `${eq(row.seq, before.seq)} AND ${eq(row.hash, before.hash)}`,
    );
  const created = entryEntity(table).create({ id, debit, credit, year, hash, row: entry });
  return [put(created.params()), put(head.params())];
}

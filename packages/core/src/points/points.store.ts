import { Entity } from "electrodb";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { batchGet, put, type Table, transact, update } from "../lib/table.ts";
import * as Points from "./points.ts";

/** The ledger and its cached balances. There is no way to change or delete an entry. */
export interface Ledger {
  /** Posts an entry and moves the person's balance in one transaction. @returns false when this cause was posted before */
  post(entry: Points.Entry): Promise<boolean>;
  /** A person's entries of a year, in the order of their ids. */
  entriesOf(pseudonym: string, year: number, page: PageRequest): Promise<Page<Points.Entry>>;
  /** What an activity issued. */
  issuedBy(activityId: string, page: PageRequest): Promise<Page<Points.Entry>>;
  /** Balances of a year; who has none is left out. */
  balances(pseudonyms: readonly string[], year: number): Promise<Map<string, Points.Balance>>;
}

const entryEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "entry", version: "1" },
        attributes: {
          id: { type: "string", required: true },
          debit: { type: "string", required: true },
          credit: { type: "string", required: true },
          year: { type: "number", required: true },
          row: { type: "any", required: true },
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

const balanceEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "balance", version: "1" },
        attributes: {
          pseudonym: { type: "string", required: true },
          year: { type: "number", required: true },
          points: { type: "number", default: 0 },
          attendances: { type: "number", default: 0 },
          halfDays: { type: "number", default: 0 },
          covers: { type: "number", default: 0 },
        },
        indexes: {
          byPerson: {
            pk: { field: "pk", composite: ["pseudonym"], template: "person#${pseudonym}" },
            sk: { field: "sk", composite: ["year"], template: "balance#${year}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

export function dynamoLedger(table: Table): Ledger {
  const entries = entryEntity(table);
  const balances = balanceEntity(table);
  const page = (found: { data: { row?: unknown }[]; cursor: string | null }): Page<Points.Entry> => ({
    items: found.data.map((item) => Points.Entry.parse(item.row)),
    cursor: found.cursor ?? undefined,
  });

  return {
    async post(entry) {
      const { points, attendances, halfDays, covers } = Points.tallyOf(entry);
      const pseudonym = entry.credit.slice("person:".length);
      const { id, debit, credit, year } = entry;
      const moved = balances.update({ pseudonym, year }).add({ points, attendances, halfDays, covers }).params();
      const done = await transact(table, [
        put(entries.create({ id, debit, credit, year, row: entry }).params()),
        update(moved),
      ]);
      return done.ok;
    },
    async entriesOf(pseudonym, year, { limit, cursor }) {
      const found = await entries.query
        .byPerson({ credit: Points.personOf(pseudonym) })
        .begins({ year })
        .go({ limit, cursor: cursor ?? null });
      return page(found);
    },
    async issuedBy(activityId, { limit, cursor }) {
      const found = await entries.query
        .byIssuer({ debit: Points.issuerOf(activityId) })
        .go({ limit, cursor: cursor ?? null });
      return page(found);
    },
    async balances(pseudonyms, year) {
      const reads = pseudonyms.map((pseudonym) => balances.get({ pseudonym, year }).params());
      const found = await batchGet(table, reads);
      const rows = found.flatMap((item) => (item ? [Points.Balance.parse(item)] : []));
      return new Map(rows.map((row) => [row.pseudonym, row]));
    },
  };
}

import { fromCursor } from "../lib/cursor.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { entryEntity } from "./archive.row.ts";
import * as Register from "./register.ts";

/** Reads the registers of the committee and of the branches. Their lines are written when an archive is filed. */
export interface Registers {
  /** The lines of one owner and year in the order of their numbers. */
  list(of: { owner: Register.RegisterOwner; year: number }, page: PageRequest): Promise<Page<Register.Entry>>;
}

/** The highest number drawn in a register and year, 0 before the first; read consistently. */
export async function lastNumber(table: Table, owner: Register.RegisterOwner, year: number): Promise<number> {
  const { data } = await entryEntity(table)
    .query.byOwner({ owner, year })
    .go({ order: "desc", limit: 1, consistent: true });
  return data[0]?.number ?? 0;
}

export function dynamoRegisters(table: Table): Registers {
  return {
    async list({ owner, year }, { limit, cursor }) {
      const query = entryEntity(table).query.byOwner({ owner, year });
      const page = await fromCursor(query.go({ limit, cursor: cursor ?? null, consistent: true }));
      return { items: page.data.map(({ row }) => Register.Entry.parse(row)), cursor: page.cursor ?? undefined };
    },
  };
}

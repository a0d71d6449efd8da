import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { entryDocuments } from "./archive.row.ts";
import type * as Register from "./register.ts";

/** Reads the registers of the committee and of the branches. Their lines are written when an archive is filed. */
export interface Registers {
  /** The lines of one owner and year in the order of their numbers. */
  list(of: { owner: Register.RegisterOwner; year: number }, page: PageRequest): Promise<Page<Register.Entry>>;
}

/** The highest number drawn in a register and year, 0 before the first; read consistently. */
export async function lastNumber(table: Table, owner: Register.RegisterOwner, year: number): Promise<number> {
  const { items } = await entryDocuments(table).list("key", { owner, year }, { limit: 1 }, { order: "desc" });
  return items[0]?.number ?? 0;
}

export const dynamoRegisters = (table: Table): Registers => ({
  list: (of, page) => entryDocuments(table).list("key", of, page),
});

import { rowsOf } from "@yigong/core/roster/columns.ts";
import type { Documents } from "../ports/documents.ts";

/** The headers of a file of ranks. */
const RANKING_COLUMNS = { required: ["工号", "名次"], optional: [] } as const;

/** A row of the file as it is written: what is wrong with it is said where it is taken. */
export interface RankedRow {
  row: number;
  number: string;
  rank: string;
}

export interface ReadRankingDeps {
  documents: Pick<Documents, "readTable">;
}

/**
 * Reads a department's file of ranks, `.xlsx` or `.csv`. Nothing is kept.
 *
 * @throws those of `readTable` and `rowsOf`
 */
export const readRankingFile =
  ({ documents }: ReadRankingDeps) =>
  async (bytes: Uint8Array): Promise<RankedRow[]> => {
    const { rows } = rowsOf(await documents.readTable(bytes), RANKING_COLUMNS);
    return rows.map((row) => ({
      row: row.number,
      number: row.cell("工号")?.text.trim() ?? "",
      rank: row.cell("名次")?.text.trim() ?? "",
    }));
  };

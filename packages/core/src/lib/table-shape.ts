/** The keys of one table: `pk` and `sk`, and `<index>pk` and `<index>sk` of each global index, all of them text. */
export interface TableShape {
  indexes: readonly string[];
}

/** The shape of the two tables, wherever they are made: on one machine, in tests, on AWS. */
export const TABLE_SHAPES = {
  alliance: { indexes: ["gsi1", "gsi2"] },
  ledger: { indexes: ["gsi1"] },
} as const satisfies Record<string, TableShape>;

/** Names of the partition and the sort key: of the table, or of one of its indexes. */
export const keysOf = (index = ""): { partition: string; sort: string } => ({
  partition: `${index}pk`,
  sort: `${index}sk`,
});

/** Every attribute that is a key of a table or of one of its indexes. */
export const keyAttributes = ({ indexes }: TableShape): string[] =>
  ["", ...indexes].flatMap((index) => Object.values(keysOf(index)));

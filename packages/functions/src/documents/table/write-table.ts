/** A column of a table to write; text columns keep leading zeros when a person edits them. */
export interface ColumnSpec {
  header: string;
  kind: "text" | "day" | "moment";
  width: number;
}

const FORMAT = { text: "@", day: "yyyy-mm-dd", moment: "yyyy-mm-dd hh:mm" } as const;

/**
 * Writes a workbook of one sheet with a frozen header.
 *
 * @param rows - cells in the order of the columns; days as `YYYY-MM-DD`, moments as `YYYY-MM-DD HH:MM`, both wall-clock
 */
export const writeTable = async ({
  sheet,
  columns,
  rows,
}: {
  sheet: string;
  columns: readonly ColumnSpec[];
  rows: readonly (readonly string[])[];
}): Promise<Uint8Array> => {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    properties: { created: EPOCH, modified: EPOCH },
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ header, width, kind }) => ({ header, key: header, width, numFmt: FORMAT[kind] })),
        data: rows.map((cells) =>
          Object.fromEntries(columns.map((column, at) => [column.header, cellOf(column, cells[at] ?? "")])),
        ),
        freezePane: { rows: 1 },
      },
    ],
  });
};

/** The same table is the same bytes. */
const EPOCH = new Date("2026-01-01T00:00:00Z");

const cellOf = ({ kind }: ColumnSpec, text: string): string | Date | null => {
  if (text === "") return null;
  return kind === "text" ? text : new Date(`${text.replace(" ", "T")}${kind === "day" ? "T00:00" : ""}:00Z`);
};

/** A column of a table to write; text columns keep leading zeros when a person edits them. */
export interface ColumnSpec {
  header: string;
  kind: keyof typeof FORMAT;
  width: number;
}

/** Numbers are numbers, which a spreadsheet sorts and adds up; the name says how many decimals it shows. */
export const FORMAT = {
  text: "@",
  day: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm",
  whole: "0",
  tenths: "0.0",
  hundredths: "0.00",
  "four decimals": "0.0000",
} as const;

/**
 * Writes a workbook of one sheet with a frozen header.
 *
 * @param rows - cells in the order of the columns; days as `YYYY-MM-DD`, moments as `YYYY-MM-DD HH:MM`, both wall-clock; numbers as numbers
 */
export const writeTable = async ({
  sheet,
  columns,
  rows,
}: {
  sheet: string;
  columns: readonly ColumnSpec[];
  rows: readonly (readonly (string | number)[])[];
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

const cellOf = ({ kind }: ColumnSpec, text: string | number): string | number | Date | null => {
  if (text === "") return null;
  if (typeof text === "number") return text;
  return kind !== "day" && kind !== "moment"
    ? text
    : new Date(`${text.replace(" ", "T")}${kind === "day" ? "T00:00" : ""}:00Z`);
};

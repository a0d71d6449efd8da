import { writeXlsx } from "hucre/xlsx";

export interface Column {
  header: string;
  /** In characters. */
  width?: number;
}
/** Text, numbers as numbers, moments as what the wall clock of the alliance shows. */
export type Cell = string | number | Date | undefined;

const MOMENT = "yyyy-mm-dd hh:mm";

/** Offers a table as a workbook of one sheet, its header frozen. */
export async function saveWorkbook(name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]) {
  const isMoment = (at: number) => rows.some((row) => row[at] instanceof Date);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
        columns: columns.map(({ header, width = 16 }, at) => ({
          header,
          key: String(at),
          width,
          ...(isMoment(at) ? { numFmt: MOMENT } : {}),
        })),
        data: rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(at), cell ?? null]))),
        freezePane: { rows: 1 },
      },
    ],
  });
  const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.xlsx`;
  link.click();
  URL.revokeObjectURL(url);
}

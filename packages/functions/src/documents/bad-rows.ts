import type { BadRows } from "@yigong/application/roster/read-bad-rows.ts";
import { type Language, sayingOf } from "@yigong/core/language/catalogue.ts";
import { COLUMN_LABELS } from "@yigong/core/roster/column-labels.ts";
import { writeTable } from "./table/write-table.ts";

const say = sayingOf({
  "zh-CN": { sheet: "有误的行", row: "原行号", why: "原因" },
  en: { sheet: "Bad rows", row: "Row in the file", why: "Why it is bad" },
});

/** The bad rows of an import as a file of their own, which is imported again once it is right: the row and the reason are no columns of an import. */
export async function badRowsFile({ columns, rows }: BadRows, language: Language): Promise<Uint8Array> {
  const words = say(language);
  const fields = [...columns.required, ...columns.optional].filter((field) =>
    rows.some(({ cells }) => (cells[field] ?? "") !== "" || columns.required.includes(field)),
  );
  const label = (field: string) => COLUMN_LABELS[field]?.[language] ?? field;
  const why = (problems: BadRows["rows"][number]["problems"]) =>
    problems.map(({ column, reason }) => `${label(column)}: ${reason[language]}`).join("\n");
  return writeTable({
    sheet: words("sheet"),
    columns: [
      ...fields.map((field) => ({ header: label(field), kind: "text" as const, width: 18 })),
      { header: words("row"), kind: "whole" as const, width: 12 },
      { header: words("why"), kind: "text" as const, width: 60 },
    ],
    rows: rows.map(({ number, cells, problems }) => [
      ...fields.map((field) => cells[field] ?? ""),
      number,
      why(problems),
    ]),
  });
}

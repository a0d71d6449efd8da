import type { RollLine } from "@yigong/application/attendance/list-roll.ts";
import { type Language, text } from "@yigong/core/language/index.ts";
import { type ColumnSpec, writeTable } from "./table/write-table.ts";

const COLUMNS = [
  ["number", 6, "whole"],
  ["name", 16, "text"],
  ["employeeNumber", 14, "text"],
  ["team", 18, "text"],
  ["box", 10, "text"],
  ["sign", 26, "text"],
  ["in", 10, "text"],
  ["out", 10, "text"],
] as const;
const BOX = "□";

/** A sheet to sign on paper: a line and a box for everybody with a place, and for each whom the duty list obliges. */
export function signInSheet(
  lines: readonly RollLine[],
  { language, teamOf }: { language: Language; teamOf: (id: string) => string },
): Promise<Uint8Array> {
  const say = (key: (typeof COLUMNS)[number][0] | "title") => text(language, `attendance.sheet.${key}`);
  const columns = COLUMNS.map(([key, width, kind]): ColumnSpec => ({ header: say(key), kind, width }));
  const rows = lines
    .filter(({ placed, mayBeAbsent, row }) => placed || mayBeAbsent || row !== undefined)
    .map(({ name, employeeNumber = "", teamIds }, at) => [
      at + 1,
      name,
      employeeNumber,
      teamIds.map(teamOf).join(" "),
      BOX,
      "",
      "",
      "",
    ]);
  return writeTable({ sheet: say("title"), columns, rows });
}

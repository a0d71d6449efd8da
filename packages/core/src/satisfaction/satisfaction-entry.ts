import { lengthOf } from "../lib/plain-text.ts";
import { nameOf, plain } from "../roster/cell.ts";
import type { Row } from "../roster/columns.ts";
import { type Problem, type ProblemCode, problem } from "../roster/problem.ts";
import type { PreviewRow } from "../roster/roster.ts";
import type { ReadRow } from "../roster/roster-entry.ts";
import type { Step } from "../staging/head.ts";
import * as Satisfaction from "./satisfaction.ts";

/** The headers of a file of yearly indexes. */
export const SATISFACTION_COLUMNS = { required: ["年份", "满意度", "数据来源"], optional: [] } as const;

export type ReadSatisfaction = ReadRow<Satisfaction.Stated>;

const SOURCE_LENGTH = 200;

/** Reads the rows of a file of yearly indexes, each with all of its faults; a year that is there twice is marked in every row. */
export function readSatisfactionRows(
  rows: readonly Row[],
  { years }: { years: ReadonlySet<number> },
): ReadSatisfaction[] {
  const read = rows.map((row) => readRow(row, years));
  const byYear = Map.groupBy(read, ({ entry }) => entry?.year);
  return read.map(({ entry, ...row }) => {
    const others = entry ? (byYear.get(entry.year) ?? []).filter(({ number }) => number !== row.number) : [];
    if (others.length === 0) return { ...row, ...(entry && { entry }) };
    const named = { column: "年份", value: String(entry?.year), rows: others.map(({ number }) => number) };
    return { ...row, problems: [...row.problems, problem("satisfaction_twice", named)] };
  });
}

function readRow(row: Row, years: ReadonlySet<number>): ReadSatisfaction {
  const problems: Problem[] = [];
  const textOf = (column: string) => plain(row.cell(column)?.text ?? "");
  const fault = (code: ProblemCode, column: string, limit: string | number = "") =>
    problems.push(problem(code, { column, value: textOf(column), limit, choices: SAMPLES[column] ?? [] }));
  const year = Satisfaction.Year.safeParse(Number(/^(\d{4})年?$/.exec(textOf("年份"))?.[1])).data;
  const index = Satisfaction.indexIn(textOf("满意度"));
  const source = nameOf(row.cell("数据来源")?.text ?? "");
  if (year === undefined) fault("satisfaction_year_invalid", "年份");
  else if (years.has(year)) fault("satisfaction_year_asked", "年份");
  if (index === undefined) fault("satisfaction_index_invalid", "满意度");
  if (lengthOf(source) < 2) fault("missing", "数据来源");
  if (lengthOf(source) > SOURCE_LENGTH) fault("too_long", "数据来源", SOURCE_LENGTH);
  const read = { number: row.number, employeeNumber: "", name: textOf("年份"), problems };
  if (problems.length > 0 || year === undefined || index === undefined) return read;
  return { ...read, entry: { year, index, source } };
}

const SAMPLES: Readonly<Record<string, string[]>> = {
  年份: ["2010", "2010年"],
  满意度: ["94.5", "94.5%"],
  数据来源: ["2010年度员工满意度调查报告"],
};

interface Planning {
  stored: readonly Satisfaction.Info[];
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** Compares a file with what is recorded: it adds years, changes them with what they were kept, and takes none away. */
export function planSatisfaction(read: readonly ReadSatisfaction[], planning: Planning) {
  const byYear = new Map(planning.stored.map((one) => [one.year, one]));
  const planned = read.map((row) => planRow(row, byYear, planning));
  return { rows: planned.map(({ preview }) => preview), steps: planned.flatMap(({ step }) => step ?? []) };
}

function planRow(
  { number, employeeNumber, name, entry, problems }: ReadSatisfaction,
  byYear: ReadonlyMap<number, Satisfaction.Info>,
  { by, at }: Planning,
): { preview: PreviewRow; step?: Step<Satisfaction.Info> } {
  const preview = { row: number, employeeNumber, name, problems };
  if (!entry) return { preview: { ...preview, state: "bad", changes: [] } };
  const before = byYear.get(entry.year);
  const changes = changesOf(before, entry);
  if (before && changes.length === 0) return { preview: { ...preview, state: "unchanged", changes } };
  const fresh = { ...entry, from: "import" as const, at, by };
  if (!before)
    return { preview: { ...preview, state: "joins", changes }, step: { after: { ...fresh, before: [], version: 1 } } };
  const was = {
    ...{ index: before.index, source: before.source, at: before.at, by: before.by },
    corrected: { at, by, reason: entry.source },
  };
  const after = { ...fresh, before: [...before.before, was], version: before.version + 1 };
  return { preview: { ...preview, state: "changes", changes }, step: { before, after } };
}

function changesOf(before: Satisfaction.Info | undefined, after: Satisfaction.Stated): PreviewRow["changes"] {
  const read = (one: Satisfaction.Stated | undefined) =>
    one ? [Satisfaction.indexText(one.index), one.source] : ["", ""];
  const [was, is] = [read(before), read(after)];
  return ["满意度", "数据来源"].flatMap((field, at) => {
    const [from = "", to = ""] = [was[at], is[at]];
    return from === to ? [] : [{ field, from, to }];
  });
}

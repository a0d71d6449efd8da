import type { UnitInfo } from "../organization/organization.ts";
import type { PreviewRow } from "../roster/roster.ts";
import type { Step } from "../staging/head.ts";
import * as Performance from "./performance.ts";
import type { ReadPerformance } from "./performance-entry.ts";

interface Stored {
  /** The stored results of the sets that the file names. */
  stored: readonly Performance.Info[];
  posts: readonly UnitInfo[];
}

/** Compares a file of results with the stored ones: it adds and changes, and takes none away. */
export function planPerformance(read: readonly ReadPerformance[], { stored, posts }: Stored) {
  const known = new Map(stored.map((one) => [Performance.keyOf(one), one]));
  const names = new Map(posts.map(({ id, name }) => [id as string, name]));
  const planned = read.map((row) => planRow(row, known, names));
  return { rows: planned.map(({ preview }) => preview), steps: planned.flatMap(({ step }) => step ?? []) };
}

function planRow(
  { number, employeeNumber, name, entry, problems }: ReadPerformance,
  known: ReadonlyMap<string, Performance.Info>,
  names: ReadonlyMap<string, string>,
): { preview: PreviewRow; step?: Step<Performance.Info> } {
  const preview = { row: number, employeeNumber, name, problems };
  if (!entry) return { preview: { ...preview, state: "bad", changes: [] } };
  const before = known.get(Performance.keyOf(entry));
  const changes = changesOf(before, entry, names);
  if (!before) return { preview: { ...preview, state: "joins", changes }, step: { after: entry } };
  if (changes.length === 0) return { preview: { ...preview, state: "unchanged", changes } };
  return { preview: { ...preview, state: "changes", changes }, step: { before, after: entry } };
}

function changesOf(
  before: Performance.Info | undefined,
  after: Performance.Info,
  names: ReadonlyMap<string, string>,
): PreviewRow["changes"] {
  const read = (one: Performance.Info | undefined): string[] =>
    one
      ? [
          names.get(one.postId) ?? one.postId,
          Performance.attainmentText(one.attainment),
          one.start === undefined ? "" : Performance.attainmentText(one.start),
        ]
      : ["", "", ""];
  const [was, is] = [read(before), read(after)];
  return ["岗位", "完成率", "起始完成率"].flatMap((field, at) => {
    const [from = "", to = ""] = [was[at], is[at]];
    return from === to ? [] : [{ field, from, to }];
  });
}

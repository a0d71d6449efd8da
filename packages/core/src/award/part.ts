import type { Line } from "./award.ts";
import { canonicalText } from "./canonical.ts";
import type { Change } from "./diff.ts";

/** People in one shard: what one task reads and counts, and one row holds. */
export const SHARD = 500;
/** Ranked lines in one row, some 100 kB. */
export const LINES = 250;

/** Some lines of a run, in canonical form. `memberIds` are beside them where the lines are people's, and not in any digest. */
export interface Part {
  digest: string;
  part: number;
  lines: string;
  memberIds?: string[] | undefined;
}

/** Lines as text, each ended by a line feed. */
export const textOf = (lines: readonly (Line | Change)[]): string =>
  lines.map((line) => `${canonicalText(line)}\n`).join("");

/** The values of a text's lines; who wrote the text knows what they are. */
export const linesIn = <Value>(text: string): Value[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Value);

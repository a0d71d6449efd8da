import { Refusal } from "@yigong/core/lib/error.ts";

/** One thing that is compared: what the export says, and what the target holds. Without the former it is only told. */
export interface Check {
  /** Chinese and English, in one line. */
  what: string;
  expected: string | undefined;
  found: string;
}

export interface Report {
  /** Whether the installation runs on the target now. */
  done: boolean;
  checks: readonly Check[];
}

/** Whether nothing is wrong with it: it is the same, or nobody can say what it should be. */
export const isSame = ({ expected, found }: Check): boolean => expected === undefined || expected === found;

/** Counts as text: `3 recruiting, 1 surveying`. */
export const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ") || "0";

/** A line for a person: `=` for what is the same, `≠` for what is not, neither for what is only told. */
export function lineOfCheck(check: Check): string {
  const { what, expected, found } = check;
  if (!isSame(check)) return `  ≠  ${what}: ${expected} → ${found}`;
  return `  ${expected === undefined ? " " : "="}  ${what}: ${found}`;
}

/** An error as who runs a command is told it: of a store that does not serve, also what it answered. */
export function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const answer = error instanceof Refusal && error.kind === "unavailable" ? error.cause : undefined;
  return answer instanceof Error ? `${error.message}\n${answer.name}: ${answer.message}` : error.message;
}

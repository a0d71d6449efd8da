import { Refusal } from "@yigong/core/lib/error.ts";

/** A comparison of export and target. Without `expected` it is only informative. */
export interface Check {
  /** Label in Chinese and English, one line. */
  what: string;
  expected: string | undefined;
  found: string;
}

export interface Report {
  /** Whether the import is complete, and the installation runs on the target. */
  done: boolean;
  checks: readonly Check[];
}

/** Whether a check passed; an informative one always does. */
export const isSame = ({ expected, found }: Check): boolean => expected === undefined || expected === found;

/** Counts as text: `3 recruiting, 1 surveying`. */
export const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ") || "0";

/** A printed line: `=` for equal, `≠` for different, neither for informative. */
export function lineOfCheck(check: Check): string {
  const { what, expected, found } = check;
  if (!isSame(check)) return `  ≠  ${what}: ${expected} → ${found}`;
  return `  ${expected === undefined ? " " : "="}  ${what}: ${found}`;
}

/** The message of an error for the terminal; for an unavailable store also its own answer. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const answer = error instanceof Refusal && error.kind === "unavailable" ? error.cause : undefined;
  return answer instanceof Error ? `${error.message}\n${answer.name}: ${answer.message}` : error.message;
}

import { Refusal } from "@yigong/core/lib/error.ts";

/** One thing that is compared: what the export says, and what the target holds. */
export interface Check {
  /** Chinese and English, in one line. */
  what: string;
  expected: string;
  found: string;
}

export interface Report {
  /** Whether the installation runs on the target now. */
  done: boolean;
  checks: readonly Check[];
}

export const isSame = ({ expected, found }: Check): boolean => expected === found;

/** Counts as text: `3 recruiting, 1 surveying`. */
export const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ") || "0";

/** A line for a person: `=` for what is the same, `≠` for what is not. */
export const lineOfCheck = (check: Check): string =>
  isSame(check) ? `  =  ${check.what}: ${check.found}` : `  ≠  ${check.what}: ${check.expected} → ${check.found}`;

/** An error as who runs a command is told it: of a store that does not serve, also what it answered. */
export function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const answer = error instanceof Refusal && error.kind === "unavailable" ? error.cause : undefined;
  return answer instanceof Error ? `${error.message}\n${answer.name}: ${answer.message}` : error.message;
}

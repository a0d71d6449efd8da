import { isMarker } from "./import-lease.ts";
import type { Item } from "./item.ts";
import { plainOf } from "./item.ts";

/** What kind of row an item is: the entity that wrote it. */
export const kindOf = (item: Item): string => item.__edb_e__?.S ?? "unknown";

/** Task tokens are answers that only the engine which gave them out takes. */
const TOKENS: readonly string[] = ["token", "awardToken"];

/**
 * Effects that speak to an execution of the engine that is left: each open activity and run gets a fresh execution,
 * which reads the rows when it comes, so that there is nothing left to tell the old one.
 */
const ENGINE: readonly string[] = ["execution.start", "lifecycle.nudge", "award.start", "award.nudge"];

/** Why an item stays behind, in the manifest's words, or undefined when it goes along. */
export function leftBehind(item: Item): string | undefined {
  // The mark of the import by which the installation came here; the next one makes its own.
  if (isMarker(item)) return "import";
  const kind = kindOf(item);
  if (TOKENS.includes(kind)) return kind;
  if (kind !== "outbox") return undefined;
  const effect = item.effect?.M?.kind;
  const what = effect ? String(plainOf(effect)) : "unknown";
  return ENGINE.includes(what) ? `outbox ${what}` : undefined;
}

/** Rows by which an installation comes to life: its jobs, sweeps and executions begin at them. */
export const LIVING = ["lifecycle", "awardRun", "outbox"] as const;
export type Living = (typeof LIVING)[number];
export const isLiving = (item: Item): boolean => (LIVING as readonly string[]).includes(kindOf(item));

/**
 * In what order the rest is written, so that a job which runs on the target meanwhile finds nothing to begin:
 * a year that has its award runs is not begun anew, and no root is taken of half of the accounts, no half import is
 * carried on with half of the roster.
 */
const EARLY: readonly string[] = ["awardYear"];
const LATE: readonly string[] = ["accountList", "rosterHead"];

export type Turn = 0 | 1 | 2;
export const TURNS: readonly Turn[] = [0, 1, 2];
export function turnOf(item: Item): Turn {
  const kind = kindOf(item);
  if (EARLY.includes(kind)) return 0;
  return LATE.includes(kind) ? 2 : 1;
}

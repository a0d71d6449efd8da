import { isMarker } from "./import-lease.ts";
import { documentOf, type Item } from "./item.ts";

/** Kind of an item: the name of its ElectroDB entity. */
export const kindOf = (item: Item): string => item.__edb_e__?.S ?? "unknown";

/** Rows with task tokens, which are valid only in the engine that issued them. */
const TOKENS: readonly string[] = ["token", "awardToken"];

/**
 * Effects that are addressed to an execution of the old engine. They are not needed: each open activity and run gets a
 * new execution, which reads the rows when it starts.
 */
const ENGINE: readonly string[] = ["execution.start", "lifecycle.nudge", "award.start", "award.nudge"];

/** The key under which the manifest counts an excluded item; undefined for an item that is exported. */
export function leftBehind(item: Item): string | undefined {
  // The marker of the import that created this installation; the next import writes its own.
  if (isMarker(item)) return "import";
  const kind = kindOf(item);
  if (TOKENS.includes(kind)) return kind;
  if (kind !== "outbox") return undefined;
  const effect = documentOf(item, "effect") as { kind?: unknown } | undefined;
  const what = String(effect?.kind ?? "unknown");
  return ENGINE.includes(what) ? `outbox ${what}` : undefined;
}

/** Live rows: jobs, the outbox sweep and executions start from them, so they are imported last. */
export const LIVE_KINDS = ["lifecycle", "awardRun", "outbox"] as const;
export type LiveKind = (typeof LIVE_KINDS)[number];
export const isLiveRow = (item: Item): boolean => (LIVE_KINDS as readonly string[]).includes(kindOf(item));

/**
 * The other rows are written in passes, so that jobs which already run on the target find nothing to start: the year's
 * row first, or its award runs would be started again; the lists of accounts and of the roster last, or a root would be
 * computed over half of the accounts and a half import finished with half of the roster.
 */
const EARLY: readonly string[] = ["awardYear"];
const LATE: readonly string[] = ["accountList", "rosterHead"];

export type WritePass = 0 | 1 | 2;
export const WRITE_PASSES: readonly WritePass[] = [0, 1, 2];
export function writePassOf(item: Item): WritePass {
  const kind = kindOf(item);
  if (EARLY.includes(kind)) return 0;
  return LATE.includes(kind) ? 2 : 1;
}

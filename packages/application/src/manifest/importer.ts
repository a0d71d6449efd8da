import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Action } from "@yigong/core/permission/policy.ts";
import type { Columns, Row } from "@yigong/core/roster/columns.ts";
import type { Loss } from "@yigong/core/roster/mass-loss.ts";
import type { PreviewRow, UnitChanges } from "@yigong/core/roster/roster.ts";
import type { ReadRow } from "@yigong/core/roster/roster-entry.ts";
import type { Step, Steps } from "@yigong/core/staging/head.ts";

/** What an import would do to what is stored now. */
export interface ImportPlan<Value> {
  rows: PreviewRow[];
  /** The rows that change; a new one has no `before`, one that goes no `after`. */
  steps: Step<Value>[];
  /** Units that the import makes or changes. */
  units: UnitChanges;
  /** What many would lose: somebody has to say how many before it is applied. */
  losses?: readonly Loss[];
  /** Facts about what is stored on which the plan depends: when they differ, a preview is out of date. */
  basis: unknown;
}

/** What an upload says beside its rows. */
export interface ReadContext {
  /** The import's instant, ISO-8601 UTC. */
  at: string;
  /** The employee numbers are right as they are written, whatever their zeros. */
  numbersAsWritten?: boolean | undefined;
}

/**
 * One kind of import: how its file is read, what it would change, and how that is written.
 *
 * Rows are written in two phases: `stage` puts each new value beside the present one, the roster's head then makes all of
 * them count at one instant, and `settle` or `abandon` tidies up. All three are safe to run twice.
 */
export interface ImporterOf<Entry, Value> {
  /** Persisted with each import. */
  kind: string;
  /** What whoever imports it may do; `roster.import` when it is left out. */
  permission?: Action | undefined;
  /** Bad rows may be left out by choice: nothing follows from a row that is not there. */
  maySkipBad?: boolean | undefined;
  columns: Columns;
  read(rows: readonly Row[], upload: ReadContext): Promise<ReadRow<Entry>[]>;
  /** @param at - the import's instant, ISO-8601 UTC */
  plan(read: readonly ReadRow<Entry>[], at: string): Promise<ImportPlan<Value>>;
  /** @returns false when a row is no longer as a step's `before` says */
  stage(writeId: string, steps: Steps<Value>): Promise<boolean>;
  settle(writeId: string, steps: Steps<Value>): Promise<void>;
  abandon(writeId: string, steps: Steps<Value>): Promise<void>;
  /** What follows once steps count; ids are derived from the steps, so that writing them twice is once. */
  effects?(steps: readonly Step<Value>[], at: string): readonly Effect[];
  /** The steps that take `done` back. @throws when what was imported was changed or used since */
  undo(done: readonly Step<Value>[], at: string): Promise<Step<Value>[]>;
  /** Refuses what nobody imports about themselves. */
  refuseOwn?(steps: readonly Step<Value>[], by: By): void;
}

/** An importer among others: its entries and values are stored and handed back to it unread. */
export type Importer = ImporterOf<unknown, unknown>;

/** Forgets the types of an importer's entries and values: only what it made itself comes back to it. */
export const importer = <Entry, Value>(one: ImporterOf<Entry, Value>): Importer => one as unknown as Importer;

/** The importers of all nouns. */
export interface Importers {
  readonly kinds: readonly string[];
  /** @throws Error for a kind that no noun imports */
  of(kind: string): Importer;
}

/** @throws Error when two importers have one kind */
export function everyImporter(all: readonly Importer[]): Importers {
  const byKind = new Map(all.map((one) => [one.kind, one]));
  if (byKind.size < all.length) throw new Error("Two nouns import one kind.");
  return {
    kinds: [...byKind.keys()],
    of(kind) {
      const found = byKind.get(kind);
      if (!found) throw new Error(`No noun imports ${kind}.`);
      return found;
    },
  };
}

import type { Table } from "@yigong/core/lib/table.ts";
import type { Settings } from "@yigong/core/organization/organization.ts";
import type { EffectKind, EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Attempt, Handled } from "../ports/effect-handler.ts";
import type { Figure } from "./figure.ts";
import type { Importer } from "./importer.ts";
import type { IssuerSource, Scorer } from "./scorer.ts";

/** Settings of the tenant until somebody changes them. */
export type Defaults = Omit<Settings, "version">;

/** The handlers of some kinds of effect, as a noun gives them. */
export type Handles<Kind extends EffectKind> = {
  [One in Kind]: (effect: EffectOf<One>, attempt: Attempt) => Promise<Handled>;
};

/** Rows that are forgotten by the clock. */
export interface Retention {
  /** What is forgotten, such as `contacts of served clients`. */
  rows: string;
  /** Whole days after the last use. */
  keptDays: number;
  /** Erases what is due. Safe to run twice. */
  forget(): Promise<void>;
}

/**
 * What a noun gives to the rest of the house, stated once.
 *
 * Each function names in its parameter what it needs, as an interface of the noun's own, so that no type depends on the
 * composition. `nouns.ts` lists all manifests; what is assembled from them is checked there at compile time.
 */
export interface Manifest {
  /** The noun's folder. */
  readonly name: string;
  readonly stores?: (table: Table, defaults: Defaults) => object;
  /** What answers for the entries of the ledger that name one of this noun's items as their issuer. */
  readonly issuer?: (deps: never) => IssuerSource;
  /** What other nouns and the edges ask of this one; what an earlier noun offers may be among its needs. */
  readonly offers?: (deps: never) => object;
  /** One handler for each kind of effect that the noun causes; each is safe to run twice. */
  readonly handlers?: (deps: never) => Readonly<Record<string, (effect: never, attempt: Attempt) => Promise<Handled>>>;
  readonly importers?: (deps: never) => readonly Importer[];
  /** What an issuer's people earned, for the ledger. */
  readonly scorers?: (deps: never) => readonly Scorer[];
  /** The numbers of the annual report that are counted from the noun's records. */
  readonly figures?: readonly Figure[];
  readonly retention?: (deps: never) => readonly Retention[];
}

import type { Table } from "@yigong/core/lib/table.ts";
import { everyImporter, type Importer, type Importers } from "./importer.ts";
import type { Defaults, Manifest, Retention } from "./manifest.ts";
import { everyIssuer, type Issuers, type Scorer } from "./scorer.ts";

type List = readonly Manifest[];
type Place = "issuer" | "offers" | "handlers" | "importers" | "scorers" | "retention";

/** All of a union's members at once. */
type Every<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** What the nouns of a list need for one place of their manifests. */
export type NeedsOf<Nouns extends List, Where extends Place> = Every<
  Nouns[number] extends infer Noun ? (Noun extends Record<Where, (deps: infer Deps) => unknown> ? Deps : never) : never
>;

/** What the nouns of a list give at one place of their manifests. */
type GivenBy<Nouns extends List, Where extends "stores" | "offers" | "handlers"> = Every<
  Nouns[number] extends infer Noun
    ? Noun extends Record<Where, (...args: never) => infer Given>
      ? Given
      : never
    : never
>;

export type StoresOf<Nouns extends List> = GivenBy<Nouns, "stores">;

/** Whether each noun's offers need only what `Known` has and what nouns before it offer; else the name of the first that does not. */
type OffersOf<Nouns extends List, Known> = Nouns extends readonly [infer First, ...infer Rest extends List]
  ? First extends { offers: (deps: infer Deps) => infer Offered }
    ? Known extends Deps
      ? OffersOf<Rest, Known & Offered>
      : { needsMore: First }
    : OffersOf<Rest, Known>
  : Known;

type From = (deps: never) => unknown;

/** Calls what each noun has at a place. The caller's types have made sure that `deps` is enough. */
const askEach = <Answer>(nouns: List, where: Place, deps: unknown): Answer[] =>
  nouns.flatMap((noun) => {
    const ask = noun[where] as From | undefined;
    return ask === undefined ? [] : [ask(deps as never) as Answer];
  });

/** One object of many; @throws Error when two have the same key */
function union(parts: readonly object[]): object {
  const all = parts.flatMap((part) => Object.entries(part));
  const once = new Map(all);
  const twice = all.find(([key, value]) => once.get(key) !== value);
  if (twice) throw new Error(`Two nouns give ${twice[0]}.`);
  return Object.fromEntries(once);
}

/** Every store of the nouns, on one pair of tables. */
export const storesOf = <const Nouns extends List>(nouns: Nouns, table: Table, defaults: Defaults): StoresOf<Nouns> =>
  union(nouns.map((noun) => noun.stores?.(table, defaults) ?? {})) as StoresOf<Nouns>;

/** `known` with what the nouns offer, each made of what is there before it. */
export function withOffers<const Nouns extends List, Known extends object>(
  nouns: Nouns,
  known: Known,
): OffersOf<Nouns, Known> {
  let all: object = known;
  for (const noun of nouns) {
    const offer = noun.offers as ((deps: object) => object) | undefined;
    if (offer) all = { ...all, ...offer(all) };
  }
  return all as OffersOf<Nouns, Known>;
}

/** The handlers of all kinds of effect that the nouns cause. */
export const handlersOf = <const Nouns extends List>(
  nouns: Nouns,
  deps: NeedsOf<Nouns, "handlers">,
): GivenBy<Nouns, "handlers"> => union(askEach<object>(nouns, "handlers", deps)) as GivenBy<Nouns, "handlers">;

export const importersOf = <const Nouns extends List>(nouns: Nouns, deps: NeedsOf<Nouns, "importers">): Importers =>
  everyImporter(askEach<Importer[]>(nouns, "importers", deps).flat());

export const issuersOf = <const Nouns extends List>(nouns: Nouns, deps: NeedsOf<Nouns, "issuer">): Issuers =>
  everyIssuer(askEach(nouns, "issuer", deps));

export const scorersOf = <const Nouns extends List>(nouns: Nouns, deps: NeedsOf<Nouns, "scorers">): Scorer[] =>
  askEach<Scorer[]>(nouns, "scorers", deps).flat();

export const retentionOf = <const Nouns extends List>(nouns: Nouns, deps: NeedsOf<Nouns, "retention">): Retention[] =>
  askEach<Retention[]>(nouns, "retention", deps).flat();

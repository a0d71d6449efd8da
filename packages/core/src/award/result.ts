import type { Line, Manifest, Place, Standing } from "./award.ts";
import { digestOf } from "./digest.ts";
import { type Counted, placesOf, standingsOf } from "./standing.ts";

/** The result of a run. */
export interface Result {
  manifest: Manifest;
  standings: Standing[];
  places: Place[];
  /** SHA-256 of the result's bytes. */
  digest: string;
}

/** The lines of a result in their order; its bytes are their canonical texts, each ended by a line feed. @source docs/awards.md */
export function* linesOf({ manifest, standings, places }: Omit<Result, "digest">): Generator<Line> {
  yield manifest;
  yield* standings;
  yield* places;
}

/** Computes a run: the same manifest and people give the same bytes, whenever, wherever and in whatever order. */
export function resultOf(manifest: Manifest, counted: Iterable<Counted>): Result {
  const standings = standingsOf(manifest, counted);
  const places = placesOf(standings, manifest.rules.places);
  return { manifest, standings, places, digest: digestOf(linesOf({ manifest, standings, places })) };
}

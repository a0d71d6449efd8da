import type { Manifest, Person } from "@yigong/core/award/award.ts";
import { SHARD } from "@yigong/core/award/part.ts";
import type * as Run from "@yigong/core/award/run.ts";
import type { AwardDeps } from "./award-stores.ts";
import type { Ranked } from "./run-states.ts";
import { partsFor, partsOf } from "./standing-parts.ts";

/** The ids behind pseudonyms, as they were when the year was frozen. */
export async function membersBehind(
  { awards }: Pick<AwardDeps, "awards">,
  key: Run.Key,
  manifest: Manifest,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const where = { digest: manifest.peopleDigest, parts: partsFor(manifest.people, SHARD) };
  for await (const { values, memberIds } of partsOf<Person>(awards, key, where))
    for (const [at, { pseudonym }] of values.entries()) ids.set(pseudonym, memberIds[at] ?? "");
  return ids;
}

/** The ids of a few people behind their pseudonyms, as frozen. */
export async function idsOf(
  { awards }: Pick<AwardDeps, "awards">,
  run: Ranked,
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const where = { digest: run.manifest.peopleDigest, parts: partsFor(run.manifest.people, SHARD) };
  for await (const { values, memberIds } of partsOf<Person>(awards, run, where)) {
    for (const [at, { pseudonym }] of values.entries())
      if (wanted.has(pseudonym)) found.set(pseudonym, memberIds[at] ?? "");
    if (found.size === wanted.size) break;
  }
  return found;
}

/** The last frozen entry of each person's chain. */
export async function seqsOf(
  { awards }: Pick<AwardDeps, "awards">,
  key: Run.Key,
  manifest: Manifest,
): Promise<Map<string, number>> {
  const seqs = new Map<string, number>();
  const where = { digest: manifest.peopleDigest, parts: partsFor(manifest.people, SHARD) };
  for await (const { values } of partsOf<Person>(awards, key, where))
    for (const { pseudonym, entries } of values) seqs.set(pseudonym, entries);
  return seqs;
}

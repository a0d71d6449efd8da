import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import type { Manifest, Person, Tally } from "@yigong/core/award/award.ts";
import { SHARD } from "@yigong/core/award/part.ts";
import type { Key } from "@yigong/core/award/run.ts";
import { tallyOfYear } from "@yigong/core/award/tally.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recompute } from "@yigong/core/points/account.ts";
import type { AwardDeps } from "./award-stores.ts";
import { readPart, writeParts } from "./standing-parts.ts";

const WIDTH = 16;

/** Under what the tallies of a frozen year are kept; they follow from the manifest alone. */
export const tallyDigestOf = ({ peopleDigest }: Manifest): string => `tally.${peopleDigest}`;

const broken = (_pseudonym: string, cause?: unknown) =>
  awardRefusal(
    "award.chain_broken",
    {},
    {
      cause,
    },
  );

/**
 * Counts a person's entries of a year up to the frozen head, once the whole chain is hashed again.
 *
 * @throws `award.chain_broken` when it does not come to that head
 */
async function countedBy({ ledger }: AwardDeps, person: Person, year: number): Promise<Tally> {
  const { pseudonym, entries, head } = person;
  if (entries === 0) return tallyOfYear(pseudonym, []);
  const chain = (await ledger.chainOf(pseudonym)).filter(({ entry }) => entry.seq <= entries);
  let hash: string;
  try {
    hash = recompute(pseudonym, chain).hash;
  } catch (error) {
    throw error instanceof RangeError ? broken(pseudonym, error) : error;
  }
  if (chain.length !== entries || hash !== head) throw broken(pseudonym);
  return tallyOfYear(
    pseudonym,
    chain.map(({ entry }) => entry).filter((entry) => entry.year === year),
  );
}

/** Counts one shard of the frozen people. What it writes follows from the manifest, so doing it again is harmless. */
export async function countShard(
  deps: AwardDeps,
  key: Key,
  { manifest, shard }: { manifest: Manifest; shard: number },
) {
  const { values: people } = await readPart<Person>(deps.awards, key, { digest: manifest.peopleDigest, part: shard });
  const tallies = await mapInParallel(people, WIDTH, (person) => countedBy(deps, person, key.year));
  const digest = tallyDigestOf(manifest);
  await writeParts({ putPart: (one, part) => deps.awards.putPart(one, { ...part, part: shard }) }, key, {
    digest,
    lines: tallies,
    size: SHARD,
  });
}

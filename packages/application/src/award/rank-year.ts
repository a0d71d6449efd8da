import type { Manifest, Person, Tally } from "@yigong/core/award/award.ts";
import { type Change, type Compared, changesBetween } from "@yigong/core/award/diff.ts";
import { LINES, SHARD } from "@yigong/core/award/part.ts";
import { type Result, resultOf } from "@yigong/core/award/result.ts";
import type * as Run from "@yigong/core/award/run.ts";
import type { Counted } from "@yigong/core/award/standing.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import type { AwardDeps } from "./award-stores.ts";
import { tallyDigestOf } from "./count-shard.ts";
import { membersBehind, seqsOf } from "./read-frozen-people.ts";
import { standingsOf } from "./read-standings.ts";
import { isRanked, type Ranked } from "./run-states.ts";
import { partsFor, readPart, writeParts } from "./standing-parts.ts";

const WIDTH = 8;

/** Under what the changes against the run before are kept. */
export const changesDigestOf = (digest: string): string => `changes.${digest}`;

async function countedOf({ awards }: AwardDeps, key: Run.Key, manifest: Manifest): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (let part = 0; part < partsFor(manifest.people, SHARD); part += 1) {
    const people = await readPart<Person>(awards, key, { digest: manifest.peopleDigest, part });
    const tallies = await readPart<Tally>(awards, key, { digest: tallyDigestOf(manifest), part });
    const byPseudonym = new Map(tallies.values.map((tally) => [tally.pseudonym, tally]));
    for (const person of people.values) {
      const tally = byPseudonym.get(person.pseudonym);
      if (!tally) throw new Error(`${person.pseudonym} was not counted`);
      counted.push({ person, tally });
    }
  }
  return counted;
}

/** Changes with the entries between the two freezes, for those whose own figures changed. */
async function explained(
  deps: AwardDeps,
  { before, after }: { before: Ranked; after: { key: Run.Key; manifest: Manifest } },
  changes: readonly Omit<Change, "entries">[],
): Promise<Change[]> {
  const [old, now] = await Promise.all([
    seqsOf(deps, before, before.manifest),
    seqsOf(deps, after.key, after.manifest),
  ]);
  return mapInParallel(changes, WIDTH, async (change) => {
    const [since, until] = [old.get(change.pseudonym) ?? 0, now.get(change.pseudonym) ?? 0];
    const chain = change.own ? await deps.ledger.chainOf(change.pseudonym) : [];
    const fresh = chain.filter(({ entry: { seq, year } }) => seq > since && seq <= until && year === before.year);
    return { ...change, entries: fresh.map(({ entry }) => entry.id) };
  });
}

async function writeChanges(deps: AwardDeps, key: Run.Key, result: Result, ids: ReadonlyMap<string, string>) {
  if (key.run === 1) return undefined;
  const before = await deps.awards.get({ year: key.year, run: key.run - 1 });
  if (!isRanked(before)) return undefined;
  const old: Compared = { standings: await standingsOf(deps, before), places: before.outcome.places };
  const changes = await explained(
    deps,
    { before, after: { key, manifest: result.manifest } },
    changesBetween(old, result),
  );
  const memberIds = changes.map(({ pseudonym }) => ids.get(pseudonym) ?? "");
  const digest = changesDigestOf(result.digest);
  await writeParts(deps.awards, key, { digest, lines: changes, size: LINES, memberIds });
  return changes.length;
}

/** Ranks the counted people, and compares with the run before. What it writes follows from the manifest. */
export async function rankYear(deps: AwardDeps, key: Run.Key, manifest: Manifest): Promise<Run.Outcome> {
  const result = resultOf(manifest, await countedOf(deps, key, manifest));
  const { standings: lines, places, digest } = result;
  const ids = await membersBehind(deps, key, manifest);
  const memberIds = lines.map(({ pseudonym }) => ids.get(pseudonym) ?? "");
  await writeParts(deps.awards, key, { digest, lines, size: LINES, memberIds });
  const changed = await writeChanges(deps, key, result, ids);
  const count = (what: "vetoed" | "preferred" | "belowFloor" | "candidate") => lines.filter((one) => one[what]).length;
  return {
    digest,
    people: lines.length,
    places,
    counts: {
      vetoed: count("vetoed"),
      preferred: count("preferred"),
      belowFloor: count("belowFloor"),
      candidates: count("candidate"),
    },
    ...(changed === undefined ? {} : { changed }),
  };
}

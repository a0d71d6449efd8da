import type { Person, Standing } from "@yigong/core/award/award.ts";
import { LINES, SHARD } from "@yigong/core/award/part.ts";
import type * as Run from "@yigong/core/award/run.ts";
import type { AwardDeps } from "./award-stores.ts";
import type { Ranked } from "./rank-year.ts";
import { partsFor, partsOf } from "./standing-parts.ts";

/** One of the five as people read it. */
export interface Honoured {
  place: number;
  memberId: string;
  name: string;
  points: number;
  instead?: { memberId: string; name: string; reason: string };
}

type Source = Pick<AwardDeps, "awards" | "members">;

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

/** A few people's standings, by pseudonym. The best come first, so that most are found soon. */
export async function standingsFor(
  { awards }: Pick<AwardDeps, "awards">,
  run: Ranked,
  wanted: ReadonlySet<string>,
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  const where = { digest: run.outcome.digest, parts: partsFor(run.outcome.people, LINES) };
  for await (const { values } of partsOf<Standing>(awards, run, where)) {
    for (const standing of values) if (wanted.has(standing.pseudonym)) found.set(standing.pseudonym, standing);
    if (found.size === wanted.size) break;
  }
  return found;
}

/** The five of a run as the committee has them, else as they were computed, with names as they are now. */
export async function honouredOf(deps: Source, run: Ranked, given?: readonly Run.Honour[]): Promise<Honoured[]> {
  const decided = "decision" in run ? run.decision?.honours : undefined;
  const honours: readonly Run.Honour[] = given ?? decided ?? run.outcome.places;
  const wanted = new Set(
    honours.flatMap(({ pseudonym, instead }) => [pseudonym, ...(instead ? [instead.pseudonym] : [])]),
  );
  const [ids, standings] = await Promise.all([idsOf(deps, run, wanted), standingsFor(deps, run, wanted)]);
  const members = await deps.members.getMany([...ids.values()]);
  const names = new Map(members.map(({ id, name }) => [id as string, name]));
  const known = (pseudonym: string) => {
    const memberId = ids.get(pseudonym) ?? "";
    return { memberId, name: names.get(memberId) ?? memberId };
  };
  return honours.map(({ place, pseudonym, instead }) => ({
    place,
    ...known(pseudonym),
    points: standings.get(pseudonym)?.points ?? 0,
    ...(instead ? { instead: { ...known(instead.pseudonym), reason: instead.reason } } : {}),
  }));
}

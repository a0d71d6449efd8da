import type { Standing } from "@yigong/core/award/award.ts";
import { LINES } from "@yigong/core/award/part.ts";
import type { AwardDeps } from "./award-stores.ts";
import type { Ranked } from "./run-states.ts";
import { partsFor, partsOf } from "./standing-parts.ts";

/** Everybody's standing in a run that is ranked. */
export async function standingsOf({ awards }: Pick<AwardDeps, "awards">, run: Ranked): Promise<Standing[]> {
  const standings: Standing[] = [];
  const where = { digest: run.outcome.digest, parts: partsFor(run.outcome.people, LINES) };
  for await (const { values } of partsOf<Standing>(awards, run, where)) standings.push(...values);
  return standings;
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

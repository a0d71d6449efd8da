import { type Manifest, PLACES } from "@yigong/core/award/award.ts";
import { digestOf } from "@yigong/core/award/digest.ts";
import type { Draw } from "@yigong/core/award/draw.ts";
import { LINES, SHARD } from "@yigong/core/award/part.ts";
import { isOfYear, personOf } from "@yigong/core/award/roster.ts";
import type * as Run from "@yigong/core/award/run.ts";
import { opened } from "@yigong/core/points/account.ts";
import { type RuleSet, ruleSetAt, ruleSetOfYear } from "@yigong/core/points/rules.ts";
import type { AwardDeps } from "./award-stores.ts";
import { activitiesOf } from "./find-year-activities.ts";
import { writeParts } from "./standing-parts.ts";
import { beginningOf } from "./year-bounds.ts";

/** Everybody of the year with the head of their chain, by pseudonym. */
async function peopleOf({ members, ledger }: AwardDeps, year: number) {
  const everybody = await members.all();
  const accounts = await ledger.accountsOf(everybody.map(({ pseudonym }) => pseudonym));
  return everybody
    .flatMap((member) => {
      const { seq, hash, years } = accounts.get(member.pseudonym) ?? opened(member.pseudonym);
      if (!isOfYear(member, year, years[String(year)] !== undefined)) return [];
      return [{ memberId: member.id as string, line: personOf(member, year, { entries: seq, head: hash }) }];
    })
    .sort((a, b) => (a.line.pseudonym < b.line.pseudonym ? -1 : 1));
}

/** Later runs of a year keep the draw of its first, so that a correction does not reorder ties. */
async function drawOf({ awards }: AwardDeps, row: Run.Info, salt: string): Promise<Draw> {
  const first = row.run === 1 ? undefined : await awards.get({ year: row.year, run: 1 });
  return first && "manifest" in first ? first.manifest.draw : { ...row.announced, salt };
}

/** The versions that are in force on an instant of a local year. */
const versionsIn = (sets: readonly RuleSet[], { from, to }: { from: string; to: string }): number[] => {
  const within = sets.filter(({ effectiveFrom }) => from < effectiveFrom && effectiveFrom < to);
  return [ruleSetAt(from, sets), ...within].map(({ version }) => version);
};

/**
 * Freezes a year: writes its people and activities under their digests, and makes the manifest that points to them.
 *
 * The rows are never changed: a second freeze of a moved ledger writes others, and the run keeps the first manifest.
 * @param at - ISO-8601 UTC
 */
export async function freezeYear(
  deps: AwardDeps,
  row: Run.Info,
  at: string,
): Promise<{ manifest: Manifest; shards: number }> {
  const { awards, zone } = deps;
  const { year, run } = row;
  const [people, activities, sets] = await Promise.all([
    peopleOf(deps, year),
    activitiesOf(deps, year),
    deps.ruleSets(),
  ]);
  const lines = people.map(({ line }) => line);
  const [peopleDigest, activitiesDigest] = [digestOf(lines), digestOf(activities)];
  const memberIds = people.map(({ memberId }) => memberId);
  const shards = await writeParts(awards, row, { digest: peopleDigest, lines, size: SHARD, memberIds });
  await writeParts(awards, row, { digest: activitiesDigest, lines: activities, size: LINES });
  const bounds = { from: beginningOf(year, zone), to: beginningOf(year + 1, zone) };
  const { floorPoints, preferencePoints } = ruleSetOfYear(year, sets, zone);
  const manifest: Manifest = {
    kind: "manifest",
    form: 1,
    year,
    run,
    zone,
    ...bounds,
    frozenAt: at,
    ruleSets: versionsIn(sets, bounds),
    rules: {
      floor: floorPoints,
      partyLine: preferencePoints.partyMember,
      othersLine: preferencePoints.others,
      places: PLACES,
    },
    people: people.length,
    peopleDigest,
    activities: activities.length,
    activitiesDigest,
    open: activities.filter(({ state }) => state === "open").map(({ activity }) => activity),
    draw: await drawOf(deps, row, peopleDigest),
  };
  return { manifest, shards };
}

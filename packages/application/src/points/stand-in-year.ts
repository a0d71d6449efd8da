import { personOf } from "@yigong/core/award/roster.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { GENESIS } from "@yigong/core/points/canonical.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { exceeds, type Progress, progressOf, reaches } from "@yigong/core/points/progress.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import { type RuleSet, ruleSetAt, ruleSetOfYear } from "@yigong/core/points/rules.ts";
import type { Balance } from "@yigong/core/points/tally.ts";
import { type Way, waysTo } from "@yigong/core/points/way.ts";

/** Where somebody stands in a year; points in 0.01. */
export interface YearStanding {
  year: number;
  points: number;
  /** Absent without an entry in the year. */
  balance?: Balance | undefined;
  /** The status whose line counts. */
  status: ReturnType<typeof personOf>["status"];
  /** The rule set whose lines hold for the year. */
  rules: RuleSet;
  progress: Progress;
  /** The smallest changes that are enough for the floor and the preference; none for another year than the running one. */
  ways: { floor: Way[]; preference: Way[] };
}

/**
 * Reads where a person's points of a year stand against its lines, and what would change it.
 *
 * What comes is scored by the rules in force now; the lines are those of the year.
 * @param at - now, ISO-8601 UTC
 * @source docs/domain.md I2–I5
 */
export async function standInYear(
  deps: { ledger: Pick<Ledger, "balances">; ruleSets: Pick<RuleSets, "adopted">; zone: string },
  member: Member,
  { year, at }: { year: number; at: string },
): Promise<YearStanding> {
  const [balances, sets] = await Promise.all([deps.ledger.balances([member.pseudonym], year), deps.ruleSets.adopted()]);
  const balance = balances.get(member.pseudonym);
  const points = balance?.points ?? 0;
  const { status, volunteer } = personOf(member, year, { entries: 0, head: GENESIS });
  const rules = ruleSetOfYear(year, sets, deps.zone);
  const progress = progressOf(points, { partyMember: status === "partyMember", volunteer }, rules);
  const waysFor = (isEnough: (sum: number) => boolean) =>
    year === yearOf(at, deps.zone) ? waysTo(points, isEnough, ruleSetAt(at, sets)) : [];
  const { floor, preference } = progress;
  const ways = {
    floor: floor ? waysFor((sum) => reaches(sum, floor.points)) : [],
    preference: waysFor((sum) => exceeds(sum, preference.line)),
  };
  return { year, points, balance, status, rules, progress, ways };
}

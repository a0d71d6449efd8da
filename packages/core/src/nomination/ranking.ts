import * as z from "zod";
import { lotOf, seedOf } from "../award/draw.ts";
import { RANK_KEYS, type RankKey } from "./keys.ts";
import { bandOf, MOST_SCORE } from "./score.ts";

/** What of a candidate decides, as it was looked up on one day. */
export const Facts = z.object({
  memberId: z.string(),
  /** What of the requirements they do not have: skills by name, and `post` when they hold none of the posts. */
  lacks: z.object({ skills: z.array(z.string()), post: z.boolean() }),
  /** Hundredths of a point. */
  score: z.int().min(0).max(MOST_SCORE),
  isVolunteer: z.boolean(),
  /** External classes and places in the 24 months before the course. */
  external: z.int().nonnegative(),
  /** The last local day of a certificate that ends within six months, and that the course renews. */
  expires: z.string().optional(),
});
export type Facts = z.infer<typeof Facts>;

/** A candidate's line in the order. */
export const Ranked = Facts.extend({
  /** From 1. */
  place: z.int().positive(),
  band: z.int().nonnegative(),
  /** Absent as long as the draw's source has said nothing. */
  lot: z.string().optional(),
  /** The key that puts them ahead of the next one; absent for the last, and where only a draw can say. */
  aheadBy: z.enum(RANK_KEYS).optional(),
});
export type Ranked = z.infer<typeof Ranked>;

/** What a draw is made from: announced before anybody could know what it would say. */
export interface Drawn {
  year: number;
  nominationId: string;
  source: string;
  value: string;
}

/** The seed of a draw, as awards have it; the offer takes the salt's place. Anybody can work it out again. */
export const seedFor = ({ year, nominationId, source, value }: Drawn): string =>
  seedOf(year, { source, value, salt: nominationId });

export const meets = ({ lacks }: Pick<Facts, "lacks">): boolean => lacks.skills.length === 0 && !lacks.post;

type Keyed = Facts & { lot?: string | undefined };

const COMPARE: Record<RankKey, (one: Keyed, other: Keyed) => number> = {
  requirements: (one, other) => Number(meets(other)) - Number(meets(one)),
  score: (one, other) => bandOf(other.score) - bandOf(one.score),
  volunteer: (one, other) => Number(other.isVolunteer) - Number(one.isVolunteer),
  external: (one, other) => one.external - other.external,
  certificate: (one, other) => Number(other.expires !== undefined) - Number(one.expires !== undefined),
  draw: (one, other) => byText(one.lot ?? "", other.lot ?? ""),
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The key at which two candidates differ first; none when a draw that is not made yet would say. */
export const decidedBy = (one: Keyed, other: Keyed): RankKey | undefined =>
  RANK_KEYS.find((key) => COMPARE[key](one, other) !== 0);

function compare(one: Keyed, other: Keyed): number {
  const key = decidedBy(one, other);
  return key ? COMPARE[key](one, other) : byText(one.memberId, other.memberId);
}

/**
 * Orders candidates by the keys, whichever order they come in.
 *
 * @param seed - of the draw; without it those whom only a draw can part stand by their ids, which decides nothing
 * @source docs/domain.md T4
 */
export function rank(candidates: readonly Facts[], seed: string | undefined): Ranked[] {
  const keyed = candidates.map((facts): Keyed => ({ ...facts, ...(seed && { lot: lotOf(seed, facts.memberId) }) }));
  const sorted = keyed.toSorted(compare);
  return sorted.map(({ lot, ...facts }, at) => {
    const [one, next] = [sorted[at], sorted[at + 1]];
    const aheadBy = one && next && decidedBy(one, next);
    return {
      ...facts,
      ...{ place: at + 1, band: bandOf(facts.score) },
      ...(lot === undefined ? {} : { lot }),
      ...(aheadBy && { aheadBy }),
    };
  });
}

/** Whom the order gives the places: the first of those who meet the requirements. */
export const byOrder = (ranked: readonly Ranked[], places: number): string[] =>
  ranked.slice(0, places).flatMap((one) => (meets(one) ? one.memberId : []));

/** Whether who gets the last place is for a draw to say that is not made yet. */
export function needsDraw(ranked: readonly Ranked[], places: number): boolean {
  const [last, next] = [ranked[places - 1], ranked[places]];
  return last !== undefined && next !== undefined && meets(last) && last.aheadBy === undefined;
}

/** Where being a volunteer decided: in each pair of one ahead and one behind. */
export interface VolunteerPairs {
  band: number;
  meets: boolean;
  ahead: string[];
  behind: string[];
}

/** The pairs that are equal in requirements and band, and that being a volunteer parts. @source docs/domain.md T4 */
export function volunteerPairs(ranked: readonly Ranked[]): VolunteerPairs[] {
  const groups = Map.groupBy(ranked, (one) => `${meets(one)} ${one.band}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const ids = (isVolunteer: boolean) =>
      group.filter((one) => one.isVolunteer === isVolunteer).map(({ memberId }) => memberId);
    const [ahead, behind] = [ids(true), ids(false)];
    if (!first || ahead.length === 0 || behind.length === 0) return [];
    return [{ band: first.band, meets: meets(first), ahead, behind }];
  });
}

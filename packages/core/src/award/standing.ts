import { exceeds, reaches } from "../points/progress.ts";
import type { Criterion, Manifest, Person, Place, Rules, Standing, Tally } from "./award.ts";
import { lotOf, seedOf } from "./draw.ts";
import { byMean } from "./mean.ts";

/** A person as frozen, with what their entries come to. */
export interface Counted {
  person: Person;
  tally: Tally;
}

type Ranked = Pick<Standing, "points" | "halfDays" | "attendances" | "mean" | "lot">;

/**
 * Who of two is ahead, and by which criterion: points, workdays, attendances, the mean of their activities, the draw.
 *
 * @returns a negative order when `a` is ahead
 * @source docs/domain.md I6
 */
export function compare(a: Ranked, b: Ranked): { order: number; by: Criterion } {
  if (a.points !== b.points) return { order: b.points - a.points, by: "points" };
  if (a.halfDays !== b.halfDays) return { order: b.halfDays - a.halfDays, by: "workdays" };
  if (a.attendances !== b.attendances) return { order: b.attendances - a.attendances, by: "attendances" };
  const order = byMean(a.mean, b.mean);
  if (order !== 0) return { order, by: "mean" };
  return { order: a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0, by: "draw" };
}

/** I4: without points in the year nobody who is employed at its end may stand for the three honours. @source docs/domain.md I4 */
const isVetoed = (points: number, { employed }: Person): boolean => employed && points <= 0;

/** I5: strictly more than the line, which is that of the status at the year's end. @source docs/domain.md I5 */
const isPreferred = (points: number, { employed, status }: Person, rules: Rules): boolean =>
  employed && exceeds(points, status === "partyMember" ? rules.partyLine : rules.othersLine);

/** I3: party volunteers with less than the floor. @source docs/domain.md I3 */
const isBelowFloor = (points: number, { volunteer, status }: Person, rules: Rules): boolean =>
  volunteer && status === "partyMember" && !reaches(points, rules.floor);

function standingOf({ person, tally }: Counted, rules: Rules, seed: string): Omit<Standing, "rank" | "decidedBy"> {
  const { pseudonym, status, statuses, employed, volunteer } = person;
  const { points, halfDays, attendances, mean } = tally;
  return {
    kind: "standing",
    pseudonym,
    points,
    halfDays,
    attendances,
    mean,
    lot: lotOf(seed, pseudonym),
    status,
    statuses,
    employed,
    volunteer,
    vetoed: isVetoed(points, person),
    preferred: isPreferred(points, person, rules),
    belowFloor: isBelowFloor(points, person, rules),
    candidate: volunteer && points > 0,
  };
}

/**
 * Everybody's standing, best first. A pure function of the manifest and the counted people, in whatever order they come.
 *
 * @source docs/domain.md I3–I6
 */
export function standingsOf(
  manifest: Pick<Manifest, "year" | "rules" | "draw">,
  counted: Iterable<Counted>,
): Standing[] {
  const seed = seedOf(manifest.year, manifest.draw);
  const all = Array.from(counted, (one) => standingOf(one, manifest.rules, seed));
  all.sort((a, b) => compare(a, b).order);
  return all.map((one, at) => ({ ...one, rank: at + 1, decidedBy: decisive(one, all[at + 1]) }));
}

const decisive = (one: Ranked, next: Ranked | undefined): Criterion | null => (next ? compare(one, next).by : null);

/** The first candidates, as many as there are places; fewer when there are fewer. @source docs/domain.md I6 */
export function placesOf(standings: readonly Standing[], places: number): Place[] {
  const candidates = standings.filter(({ candidate }) => candidate);
  return candidates.slice(0, places).map((one, at) => ({
    kind: "place",
    place: at + 1,
    pseudonym: one.pseudonym,
    decidedBy: decisive(one, candidates[at + 1]),
  }));
}

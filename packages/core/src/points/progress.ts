import type { RuleSet } from "./rules.ts";

/** Who somebody is in a year, as far as the lines depend on it. */
export interface Who {
  partyMember: boolean;
  volunteer: boolean;
}

type Lines = Pick<RuleSet, "floorPoints" | "preferencePoints">;

/** Where somebody stands on the way to the lines of a year; points in 0.01, and `missing` never below zero. */
export interface Progress {
  /** I4: without points nobody may stand for the three honours. */
  mayStand: boolean;
  /** I3: absent for who is no party volunteer. */
  floor?: { points: number; reached: boolean; missing: number };
  /** I5: the line has to be exceeded. */
  preference: { line: number; exceeded: boolean; missing: number };
}

/** I5: more than the line; as much is not enough. @source docs/domain.md I5 */
export const exceeds = (points: number, line: number): boolean => points > line;

/** I3: as much as the floor is enough. @source docs/domain.md I3 */
export const reaches = (points: number, floor: number): boolean => points >= floor;

/** The line that somebody has to exceed. @source docs/domain.md I5 */
export const preferenceLine = ({ partyMember }: Who, { preferencePoints }: Lines): number =>
  partyMember ? preferencePoints.partyMember : preferencePoints.others;

/**
 * Where a year's points stand against the floor and the preference line.
 *
 * The floor is reached with as many points as it has; the preference takes more than its line, so at least 0.01 more.
 * @source docs/domain.md I3, I4, I5
 */
export function progressOf(points: number, who: Who, lines: Lines): Progress {
  const line = preferenceLine(who, lines);
  const { floorPoints } = lines;
  const floor = {
    points: floorPoints,
    reached: reaches(points, floorPoints),
    missing: Math.max(0, floorPoints - points),
  };
  return {
    mayStand: points > 0,
    ...(who.partyMember && who.volunteer ? { floor } : {}),
    preference: { line, exceeded: exceeds(points, line), missing: Math.max(0, line + 1 - points) },
  };
}

/** Whether a party volunteer is warned: below the floor in the last quarter of the year. @param today - local day, `YYYY-MM-DD` */
export const isWarned = ({ floor }: Progress, year: number, today: string): boolean =>
  floor !== undefined && !floor.reached && today >= `${year}-10-01` && today <= `${year}-12-31`;

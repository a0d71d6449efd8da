import { plusDays } from "../lib/time.ts";
import type { Info } from "./member.ts";

/** How many days before a skill ends its holder is told. */
export const WARNED_DAYS = [60, 30, 7] as const;

/** A skill that ends, and the last local day on which it counts. */
export interface Ending {
  skill: string;
  until: string;
}

/** What a position asks for and somebody does not bring on a local day. */
export interface Lacking {
  missing: string[];
  expired: Ending[];
}

/**
 * Which of the skills that are asked for somebody lacks on a local day. What a team brings never ends.
 *
 * @param skills - the member's own and those of their teams
 * @param ofTeams - those of their teams
 */
export function lacking(
  required: readonly string[],
  {
    skills,
    ofTeams,
    skillsUntil = {},
  }: { skills: ReadonlySet<string>; ofTeams: ReadonlySet<string> } & Pick<Info, "skillsUntil">,
  day: string,
): Lacking {
  const missing = required.filter((skill) => !skills.has(skill));
  const expired = required.flatMap((skill) => {
    const until = skillsUntil[skill];
    return skills.has(skill) && !ofTeams.has(skill) && until !== undefined && until < day ? [{ skill, until }] : [];
  });
  return { missing, expired };
}

/** How skills that ended are written where a list of them is shown. */
export const endingsText = (endings: readonly Ending[]): string =>
  endings.map(({ skill, until }) => `${skill} (${until})`).join(", ");

/** The last days of skills that are held; one of a skill that is taken away goes with it. */
export function heldUntil({ skills, skillsUntil }: Pick<Info, "skills" | "skillsUntil">): Info["skillsUntil"] {
  const held = Object.entries(skillsUntil ?? {}).filter(([skill]) => skills.includes(skill));
  return held.length > 0 ? Object.fromEntries(held) : undefined;
}

/** The days on which the end of a skill is told: each that lies ahead. @param today - the local day, `YYYY-MM-DD` */
export function warningsOf({ until }: Ending, today: string, zone: string): { daysAhead: number; day: string }[] {
  return WARNED_DAYS.flatMap((daysAhead) => {
    const day = plusDays(`${until}T04:00:00.000Z`, -daysAhead, zone).slice(0, 10);
    return day > today ? [{ daysAhead, day }] : [];
  });
}

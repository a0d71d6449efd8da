import { plusMonths } from "../lib/time.ts";
import { affiliationOn, isVolunteerOn, type Info as Member } from "../member/member.ts";
import type { Info } from "./nomination.ts";
import type { Facts } from "./ranking.ts";

/** How far back external classes count. @source docs/domain.md T4 */
const EXTERNAL_MONTHS = 24;
/** How soon a certificate ends that a course is to renew. */
const EXPIRES_MONTHS = 6;

/** The local days of the external classes that count for an offer: up to the day before it begins. */
export const externalWindow = ({ startsOn }: Pick<Info, "startsOn">): { from: string; before: string } => ({
  from: plusMonths(startsOn, -EXTERNAL_MONTHS),
  before: startsOn,
});

/** Days that somebody was at an external class; a class within a place's days is that place. */
export interface External {
  from: string;
  to: string;
}

/** How many external classes somebody had: what shares a day with another is one. */
export function countExternal(all: readonly External[]): number {
  let [count, until] = [0, ""];
  for (const { from, to } of all.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > until) count += 1;
    if (to > until) until = to;
  }
  return count;
}

interface Looked {
  member: Member;
  score: number;
  external: readonly External[];
  /** The local day on which it is looked at. */
  day: string;
}

const isHeld = (member: Member, skill: string, day: string): boolean => {
  const until = member.skillsUntil?.[skill];
  return member.skills.includes(skill) && (until === undefined || day <= until);
};

/** What decides about one candidate on a day. Skills and post are those needed when the course begins. @source docs/domain.md T4 */
export function factsOf(
  { requires, renews, startsOn }: Pick<Info, "requires" | "renews" | "startsOn">,
  { member, score, external, day }: Looked,
): Facts {
  const { postId } = affiliationOn(member, startsOn);
  const { skills, postIds } = requires;
  const until = renews === undefined || !member.skills.includes(renews) ? undefined : member.skillsUntil?.[renews];
  const isEnding = until !== undefined && until <= plusMonths(day, EXPIRES_MONTHS);
  return {
    memberId: member.id,
    lacks: {
      skills: skills.filter((skill) => !isHeld(member, skill, startsOn)),
      post: postIds.length > 0 && !postIds.some((id) => id === postId),
    },
    score,
    isVolunteer: isVolunteerOn(member, day),
    external: countExternal(external),
    ...(isEnding && { expires: until }),
  };
}

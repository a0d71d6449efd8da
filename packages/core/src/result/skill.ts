import type { Info as Member } from "../member/member.ts";
import type { Info } from "./result.ts";

/** What the certificates that somebody holds come to for one skill. `until` is absent when one of them does not end. */
export interface Held {
  until?: string;
}

/** What somebody's certificates give of a skill; undefined when none does. */
export function heldBy(results: readonly Pick<Info, "outcome" | "certificate">[], skill: string): Held | undefined {
  const own = results.flatMap(({ outcome, certificate }) =>
    outcome === "passed" && certificate?.skill === skill ? [certificate] : [],
  );
  if (own.length === 0) return undefined;
  const ends = own.map(({ until }) => until);
  const last = ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
  return last === undefined ? {} : { until: last };
}

type Skilled = Pick<Member, "skills" | "skillsUntil">;

/**
 * A member's skills once their certificates count: a skill is added or counts longer, never shorter.
 *
 * @param instead - the last day that a certificate gave which was taken back (`never` for one without): a skill that
 *   still has just that day goes back to what the others give
 * @returns undefined when nothing changes
 */
export function certified<Person extends Skilled>(
  member: Person,
  { skill, held, instead }: { skill: string; held: Held | undefined; instead?: string | undefined },
): Person | undefined {
  const has = member.skills.includes(skill);
  const now = member.skillsUntil?.[skill];
  const wasGiven = instead !== undefined && has && (now ?? NEVER) === instead;
  if (!held) return wasGiven ? without(member, skill) : undefined;
  if (has && !wasGiven && isAtLeast(now, held.until)) return undefined;
  if (has && now === held.until) return undefined;
  return withSkill(member, skill, held);
}

/** Stands for a skill without a last day where one is named. */
export const NEVER = "never";

const isAtLeast = (now: string | undefined, until: string | undefined): boolean =>
  now === undefined || (until !== undefined && now >= until);

function withSkill<Person extends Skilled>(member: Person, skill: string, { until }: Held): Person {
  const { [skill]: _, ...others } = member.skillsUntil ?? {};
  const skillsUntil = until === undefined ? others : { ...others, [skill]: until };
  return withUntil({ ...member, skills: [...new Set([...member.skills, skill])] }, skillsUntil);
}

function without<Person extends Skilled>(member: Person, skill: string): Person {
  const { [skill]: _, ...others } = member.skillsUntil ?? {};
  return withUntil({ ...member, skills: member.skills.filter((one) => one !== skill) }, others);
}

function withUntil<Person extends Skilled>(member: Person, skillsUntil: Record<string, string>): Person {
  const { skillsUntil: _, ...rest } = member;
  return (Object.keys(skillsUntil).length > 0 ? { ...rest, skillsUntil } : rest) as Person;
}

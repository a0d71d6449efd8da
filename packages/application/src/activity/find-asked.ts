import type { Draft } from "@yigong/core/activity/activity.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { type Info, isEmployedOn, isPartyVolunteerOn, isVolunteerOn } from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { isInAudience } from "@yigong/core/participation/audience.ts";
import { cachedUntilWritten } from "../lib/cached-until-written.ts";

type Person = Pick<
  Info,
  "id" | "volunteerSince" | "leftOn" | "politicalStatuses" | "affiliations" | "teamIds" | "skills" | "skillsUntil"
>;

/** Somebody who would be asked, with the skills that count for them. */
export interface Asked {
  id: string;
  onDuty: boolean;
  skills: ReadonlySet<string>;
}

export interface AskedDeps {
  members: Pick<Members, "all" | "writes">;
  units: Pick<Units, "all">;
  now: () => string;
}

/** How old the roster may be that a preview counts from. */
const SECONDS = 30;

/**
 * Finds the volunteers whom an audience asks, as of at most half a minute ago: they are counted while somebody types.
 *
 * @source docs/domain.md A4, A6
 */
export function findingAsked({ members, units, now }: AskedDeps) {
  const read = async () => {
    const [people, teams] = await Promise.all([members.all(), units.all("team")]);
    const skills = new Map(teams.map((team) => [team.id as string, team.kind === "team" ? team.skills : []]));
    return { people: people.flatMap(slim), skills };
  };
  const roster = cachedUntilWritten(read, { now, writes: members.writes, seconds: SECONDS });
  return async (
    { audience, origin }: { audience: Draft["audience"]; origin?: Draft["origin"] | undefined },
    { opens, begins }: { opens: string; begins: string },
  ): Promise<{ asked: Asked[]; known: (skill: string) => boolean }> => {
    const { people, skills } = await roster();
    // What ends before the activity begins is no skill for it; what a team brings never ends.
    const lasting = ({ skills: held, skillsUntil = {} }: Person) =>
      held.filter((skill) => (skillsUntil[skill] ?? begins) >= begins);
    const own = (person: Person) => [...lasting(person), ...person.teamIds.flatMap((id) => skills.get(id) ?? [])];
    const meant = people.filter(
      (person) =>
        isVolunteerOn(person, opens) && isEmployedOn(person, begins) && isInAudience(person, { audience }, opens),
    );
    return {
      asked: meant.map((person) => ({
        id: person.id,
        onDuty: origin === "alliance" && isPartyVolunteerOn(person, opens),
        skills: new Set(own(person)),
      })),
      known: (skill) =>
        [...skills.values()].some((each) => each.includes(skill)) || people.some((each) => each.skills.includes(skill)),
    };
  };
}

/** Employees who are no volunteers are not asked, and need not be kept. */
const slim = (member: Info): Person[] => {
  const { id, volunteerSince, leftOn, politicalStatuses, affiliations, teamIds, skills, skillsUntil } = member;
  return volunteerSince === undefined
    ? []
    : [{ id, volunteerSince, leftOn, politicalStatuses, affiliations, teamIds, skills, skillsUntil }];
};

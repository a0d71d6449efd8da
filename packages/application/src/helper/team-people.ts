import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { grantsInForce, isPartyVolunteerOn, type Info as Member, principalsOf } from "@yigong/core/member/member.ts";

interface Deps {
  members: Pick<Members, "all" | "withRole" | "getMany">;
  zone: string;
}

/** The party volunteers of a team at an instant. */
export async function volunteersOf(
  { members, zone }: Pick<Deps, "zone"> & { members: Pick<Members, "all"> },
  teamId: string,
  at: string,
) {
  const day = dayOf(at, zone);
  const isOfTeam = (member: Member) => (member.teamIds as readonly string[]).includes(teamId);
  return (await members.all()).filter((member) => isPartyVolunteerOn(member, day) && isOfTeam(member));
}

/** Which of these teams have somebody who leads them, or stands in for who does. */
export async function ledTeams({ members, zone }: Deps, teamIds: readonly string[], at: string): Promise<Set<string>> {
  const day = dayOf(at, zone);
  const holders = await members.withRole("teamLead");
  const principals = await members.getMany(holders.flatMap(principalsOf));
  const grants = holders.flatMap((member) => grantsInForce(member, { principals, at, day }));
  const leads = grants.flatMap(({ role, scope }) =>
    role === "teamLead" && scope.kind === "team" ? [scope.unitId as string] : [],
  );
  return new Set(teamIds.filter((teamId) => leads.includes(teamId)));
}

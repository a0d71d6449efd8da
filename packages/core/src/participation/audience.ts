import type { Info as Activity } from "../activity/activity.ts";
import { affiliationOn, type Info as Member } from "../member/member.ts";

/**
 * Whether an activity is meant for a member: one of its branches or one of its teams; without any, everybody.
 *
 * @param day - the local day whose affiliation counts, `YYYY-MM-DD`
 */
export function isInAudience(
  member: Pick<Member, "affiliations" | "teamIds">,
  { audience }: Pick<Activity, "audience">,
  day: string,
): boolean {
  const { branchIds, teamIds } = audience;
  if (branchIds.length === 0 && teamIds.length === 0) return true;
  const { branchId } = affiliationOn(member, day);
  if (branchId !== undefined && branchIds.includes(branchId)) return true;
  return member.teamIds.some((teamId) => teamIds.includes(teamId));
}

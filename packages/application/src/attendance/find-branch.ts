import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/**
 * Finds the branch whose secretary decides on a member's appeal: theirs on the day of an instant (ISO-8601 UTC).
 *
 * @returns nothing for a member without a branch, whose appeals the alliance decides
 */
export async function findBranch(
  deps: Pick<AttendanceDeps, "members" | "zone">,
  memberId: string,
  at: string,
): Promise<string | undefined> {
  const [member] = await deps.members.getMany([memberId]);
  return member && affiliationOn(member, dayOf(at, deps.zone)).branchId;
}

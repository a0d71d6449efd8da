import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import { grantsAt } from "@yigong/core/permission/policy.ts";

/** A request as far as it matters who may decide it. */
interface Asking {
  memberId: string;
  branchId: string;
  at: string;
}

/**
 * Who in a branch decides on somebody's leave: its secretaries and their deputies, but not the person who asks nor who
 * only stands in for that person. Nobody, when the branch has no other; then it is for the alliance.
 *
 * @source docs/domain.md A5, Roles
 */
export async function findLeaveDeciders(
  { members, zone }: { members: Pick<Members, "withRole">; zone: string },
  { memberId, branchId, at }: Asking,
): Promise<string[]> {
  const holders = await members.withRole("branchSecretary");
  const others = holders.filter((one) => one.id !== memberId && isEmployedOn(one, dayOf(at, zone)));
  const decides = (one: (typeof others)[number]) =>
    grantsAt(one.roles, at).some(
      ({ role, scope, deputyFor }) =>
        role === "branchSecretary" && (scope.kind === "all" || scope.unitId === branchId) && deputyFor !== memberId,
    );
  return others.filter(decides).map(({ id }) => id);
}

import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { grantsInForce, isEmployedOn, principalsOf } from "@yigong/core/member/member.ts";

/** A request as far as it matters who may decide it. */
interface Asking {
  memberId: string;
  branchId: string;
  at: string;
  /** Those who wrote the request down do not decide it either, nor does who acts for them. */
  not?: readonly (string | undefined)[] | undefined;
}

/**
 * Who in a branch decides on somebody's leave: its secretaries and their deputies, but not the person who asks nor who
 * only stands in for that person. Nobody, when the branch has no other; then it is for the alliance.
 *
 * @source docs/domain.md A5, Roles
 */
export async function findLeaveDeciders(
  { members, zone }: { members: Pick<Members, "withRole" | "getMany">; zone: string },
  { memberId, branchId, at, not = [] }: Asking,
): Promise<string[]> {
  const day = dayOf(at, zone);
  const holders = await members.withRole("branchSecretary");
  const others = holders.filter((one) => one.id !== memberId && !not.includes(one.id) && isEmployedOn(one, day));
  const principals = await members.getMany(others.flatMap(principalsOf));
  const decides = (one: (typeof others)[number]) =>
    grantsInForce(one, { principals, at, day }).some(
      ({ role, scope, deputyFor }) =>
        role === "branchSecretary" &&
        (scope.kind === "all" || scope.unitId === branchId) &&
        deputyFor !== memberId &&
        (deputyFor === undefined || !not.includes(deputyFor)),
    );
  return others.filter(decides).map(({ id }) => id);
}

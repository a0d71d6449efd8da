import type { Decider } from "@yigong/core/award/committee.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { AwardDeps } from "./award-stores.ts";

/** Finds who acts and whom they act for, with the pseudonyms by which a run knows people. @throws `member.missing` */
export async function findDecider(
  { members }: Pick<AwardDeps, "members">,
  { actorId, deputyFor }: By,
): Promise<Decider> {
  const known = await members.getMany([actorId, ...(deputyFor === undefined ? [] : [deputyFor])]);
  const of = (memberId: string) => {
    const member = known.find(({ id }) => id === memberId);
    if (!member) throw memberRefusal("member.missing");
    return { memberId, pseudonym: member.pseudonym };
  };
  return { ...of(actorId), ...(deputyFor === undefined ? {} : { principal: of(deputyFor) }) };
}

import type { Decider } from "@yigong/core/award/committee.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { AwardDeps } from "./award-stores.ts";

/** Finds who acts, with the pseudonym by which a run knows people. @throws `member.missing` */
export async function findDecider({ members }: Pick<AwardDeps, "members">, memberId: string): Promise<Decider> {
  const [member] = await members.getMany([memberId]);
  if (!member) throw new Refusal("missing", "member.missing", `There is no member ${memberId}.`);
  return { memberId, pseudonym: member.pseudonym };
}

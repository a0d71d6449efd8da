import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

/** How members are called; an id that nobody has is shown as it is. */
export async function namesOf(deps: { members: Pick<Members, "getMany"> }, memberIds: readonly string[]) {
  const members = await deps.members.getMany([...new Set(memberIds)], recent);
  const names = new Map(members.map((member) => [member.id as string, member.name]));
  return (memberId: string): string => names.get(memberId) ?? memberId;
}
